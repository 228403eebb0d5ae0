import type { Topic } from '../event.ts'
import type { TopicPhrases } from './phrases.ts'

export const germanTopics: Readonly<Record<Topic, TopicPhrases>> = {
  delivery: {
    subject: [
      'Wo bleibt mein Paket?',
      'Lieferung nicht angekommen',
      'Bestellung {order}',
      'Sendung verschollen',
      '{product} nicht geliefert',
    ],
    opener: [
      'am {date} habe ich bei Ihnen bestellt ({product}), angekommen ist bis heute nichts.',
      'laut Sendungsverfolgung wurde mein Paket {gestern|am Dienstag} zugestellt, nur habe ich nichts erhalten.',
      'meine Bestellung sollte {letzte Woche|vor Tagen} hier sein, es fehlt aber jede Spur davon.',
      'ich vermisse ein Paket von Ihnen, das offenbar unterwegs verloren gegangen ist.',
    ],
    story: [
      'Die Verfolgung zeigt seit {fünf Tagen|letzter Woche} unverändert „unterwegs“.',
      'Ich war den ganzen {Tag|Vormittag} zu Hause, geklingelt hat niemand.',
      'Bei den Nachbarn habe ich schon gefragt, dort liegt auch nichts.',
      'Es sollte ein Geburtstagsgeschenk sein, der Zeitpunkt könnte kaum schlechter sein.',
      'Der Paketdienst verweist auf Sie, und Sie verweisen auf den Paketdienst.',
    ],
    ask: [
      'Können Sie bitte klären, wo es ist?',
      'Bitte schicken Sie es noch einmal oder erstatten Sie mir das Geld.',
      'Wann kann ich damit rechnen?',
    ],
    short: [
      'Vor {zehn Tagen|zwei Wochen} bestellt, {product} immer noch nicht da. Was ist los?',
      'Laut Verfolgung zugestellt. Meine Fußmatte weiß nichts davon.',
      'Dritter Liefertermin in dieser Woche geplatzt. Prüft das jemand?',
      'Wo ist mein Paket?',
    ],
    answer: [
      'Ich habe beim Paketdienst nachgefragt: Die Sendung liegt im Depot, weil das Etikett im Regen unlesbar wurde.',
      'Ihre Bestellung ist pünktlich raus, der Paketdienst hat sie aber in den falschen Wagen sortiert.',
      'Ich habe einen Nachforschungsauftrag gestellt, das dauert in der Regel zwei Werktage.',
    ],
  },
  billing: {
    subject: [
      'Frage zur Rechnung {invoice}',
      'Doppelt abgebucht',
      'Falscher Betrag',
      'Rechnung {invoice}',
      'Abbuchung nicht nachvollziehbar',
    ],
    opener: [
      'Sie haben mir am {date} {amount} abgebucht, und ich weiß nicht wofür.',
      'auf meiner letzten Rechnung steht ein Posten über {amount}, den ich mir nicht erklären kann.',
      'offenbar wurde mir derselbe {Monat|Einkauf} zweimal berechnet.',
      'zu der Rechnung, die {gestern|diese Woche} kam, habe ich eine Frage.',
    ],
    story: [
      'In der Bestätigung steht eine andere Summe als auf dem Kontoauszug.',
      'Die Zusatzgarantie habe ich im {Januar|Dezember} gekündigt, berechnet wird sie trotzdem.',
      'Laut meiner Bank gingen beide Zahlungen durch, im Abstand von vier Minuten.',
      'Der Rabatt aus der Werbung taucht nirgends auf.',
      'Vor einer Preiserhöhung hätte ich wenigstens einen Hinweis erwartet.',
    ],
    ask: [
      'Bitte prüfen und korrigieren Sie das.',
      'Können Sie mir den Posten erklären oder erstatten?',
      'Ich hätte das Geld gern auf demselben Weg zurück.',
    ],
    short: [
      'Warum wird mir diesen Monat zweimal abgebucht?',
      'Preise erhöht, ohne ein Wort zu sagen. Schwach.',
      'Rechnung für etwas bekommen, das ich vor {Wochen|einem Monat} zurückgeschickt habe.',
    ],
    answer: [
      'Sie haben recht: Wegen einer Störung bei unserem Zahlungsdienst wurde doppelt abgebucht.',
      'Die Differenz sind die Versandkosten, sie stehen am Ende der Rechnung in einer eigenen Zeile.',
      'Ich habe in Ihrem Konto nachgesehen, die Zusatzgarantie wurde tatsächlich nicht entfernt.',
    ],
  },
  returns: {
    subject: ['Rücksendung {order}', 'Erstattung fehlt', 'Widerruf', 'Rücksendeetikett', 'Wo bleibt mein Geld?'],
    opener: [
      'am {date} habe ich Ihnen die Ware ({product}) zurückgeschickt und seither nichts gehört.',
      'ich möchte meinen Kauf ({product}) zurückgeben.',
      'vor zwei Wochen ging meine Rücksendung an Sie, die Erstattung von {amount} fehlt.',
      'das Rücksendeetikett, das Sie mir geschickt haben, lässt sich nicht öffnen.',
    ],
    story: [
      'Für unsere Küche ist es schlicht zu groß, sonst ist alles in Ordnung.',
      'Den Einlieferungsbeleg habe ich, ich kann die Abgabe also nachweisen.',
      'Auf Ihrer Seite steht fünf Werktage, inzwischen sind es {elf|zwölf|fünfzehn}.',
      'Ich habe es einmal benutzt, gereinigt und wieder so verpackt, wie es kam.',
      'Die Farbe ist ganz anders als auf dem Bild im Shop.',
    ],
    ask: [
      'Bitte bestätigen Sie den Eingang und nennen Sie mir den Termin der Erstattung.',
      'Schicken Sie mir bitte ein neues Etikett?',
      'Was muss ich als Nächstes tun?',
    ],
    short: [
      'Vor {drei Wochen|einem Monat} zurückgeschickt. Erstattung? Fehlanzeige.',
      'Wie gebe ich etwas zurück, wenn sich das Etikett nicht öffnen lässt?',
      'Bearbeitet ihr Retouren oder sammelt ihr sie nur?',
    ],
    answer: [
      'Ihre Rücksendung ist da, kam aber ohne Bestellnummer an und musste von Hand zugeordnet werden.',
      'Ich habe Ihnen ein neues Etikett erstellt, es gilt vierzehn Tage in jedem Paketshop.',
      'Die Erstattung wurde heute früh freigegeben und ist in etwa drei Bankarbeitstagen sichtbar.',
    ],
  },
  broken: {
    subject: [
      '{product} defekt',
      'Reparatur oder Ersatz',
      'Garantiefall',
      'Problem mit: {product}',
      'Nach zwei Monaten kaputt',
    ],
    opener: [
      'mein Gerät ({product}) geht seit {gestern|heute Morgen|dem Wochenende} nicht mehr.',
      'das am {date} gekaufte Gerät ({product}) ist kaputt.',
      'mit meinem Gerät ({product}) gibt es Ärger: Es schaltet sich nach einer Minute von selbst aus.',
      'beim Auspacken ({product}) hatte die Vorderseite einen Riss.',
    ],
    story: [
      'Es klickt, dann geht die Lampe aus, und danach passiert nichts mehr.',
      'Andere Steckdose, anderes Kabel, über Nacht vom Strom: alles probiert.',
      'Es riecht nach heißem Plastik, unbeaufsichtigt lasse ich es nicht mehr laufen.',
      'Es wurde ganz normal benutzt, {zweimal am Tag|ein paarmal die Woche}, und ist nie heruntergefallen.',
      'Die Garantie läuft zwei Jahre, ich habe es noch kein ganzes.',
    ],
    ask: [
      'Wie bekomme ich es repariert oder umgetauscht?',
      'Ich hätte gern ein Ersatzgerät.',
      'Kann mich deswegen jemand anrufen?',
    ],
    short: [
      'Nach {zwei|drei} Monaten kaputt: {product}. Ist das normal?',
      'Vorsicht, bei mir hat es heute angefangen zu qualmen ({product}).',
      'Zeigt nur noch {error} an und tut nichts.',
    ],
    answer: [
      'Was Sie beschreiben, klingt nach einem verschlissenen Thermoschalter, das ist ein Garantiefall.',
      'Bitte benutzen Sie das Gerät vorerst nicht. Wir tauschen es, das alte müssen Sie nicht vorab schicken.',
      'Unsere Werkstatt kennt den Fehler aus einer kleinen Serie und kann ihn beheben.',
    ],
  },
  login: {
    subject: [
      'Anmeldung nicht möglich',
      'Konto gesperrt',
      'Passwort zurücksetzen geht nicht',
      'Fehler {error} bei der Anmeldung',
    ],
    opener: [
      'ich komme nicht mehr in mein Konto.',
      'seit {dem letzten Update|Montag|gestern} lehnt Ihre App mein Passwort ab.',
      'die E-Mail zum Zurücksetzen des Passworts kommt nie an.',
      'bei jeder Anmeldung erscheint {error}, und ich fange von vorne an.',
    ],
    story: [
      'Ich habe es am Handy, am Tablet und am Rechner im Büro versucht.',
      'Der Link in der Nachricht ist angeblich abgelaufen, eine Minute nach dem Versand.',
      'Das Passwort stimmt sicher, es liegt aufgeschrieben vor mir.',
      'Im Frühjahr habe ich meine Adresse geändert, vielleicht liegt es daran.',
    ],
    ask: [
      'Bitte entsperren Sie mein Konto.',
      'Können Sie mir ein neues Passwort setzen?',
      'Was kann ich noch probieren?',
    ],
    short: [
      'Die App hat mich abgemeldet und lässt mich nicht mehr rein. Noch jemand?',
      'Mails zum Zurücksetzen kommen nicht an, dritter Versuch heute.',
      'Seit heute früh {error} bei der Anmeldung.',
    ],
    answer: [
      'Ihr Konto war nach mehreren Versuchen von einem neuen Gerät gesperrt. Ich habe es entsperrt.',
      'Ihr Anbieter hat unsere Nachricht abgelehnt, ich habe sie von einer anderen Adresse noch einmal geschickt.',
      'Ein Fehler in der App hat Nutzer abgemeldet, die heutige Version behebt das.',
    ],
  },
  outage: {
    subject: [
      'Kein Internet seit heute früh',
      'Störung?',
      'Ausfall in {postcode}',
      'Alles offline',
      'Schon wieder kein Netz',
    ],
    opener: [
      'seit {sechs Uhr früh|gestern Abend|heute Mittag} geht hier gar nichts mehr.',
      'gibt es eine Störung in {postcode}? Alle Geräte sind offline.',
      'zum dritten Mal in diesem Monat ist Ihr Dienst ausgefallen.',
      'der Router leuchtet rot, und die App meldet {error}.',
    ],
    story: [
      'Ich habe alles zweimal neu gestartet, in der Reihenfolge Ihrer Hilfeseite.',
      'Ich arbeite von zu Hause, ohne Netz fehlt mir ein ganzer Tag.',
      'Beim Nachbarn ist es genauso, an meinen Geräten liegt es also nicht.',
      'Auf Ihrer Statusseite ist alles grün, was offensichtlich nicht stimmt.',
    ],
    ask: [
      'Wann geht es wieder?',
      'Bitte sagen Sie mir, ob das bekannt ist und wie lange es dauert.',
      'Die verlorenen Tage ziehe ich von der Rechnung ab.',
    ],
    short: [
      'Schon wieder Ausfall in {postcode}. Wann geht es weiter?',
      'Bin ich der Einzige oder ist alles offline?',
      'Rotes Licht, {error}, kein Netz. Hilfe?',
    ],
    answer: [
      'An einem Verteiler in Ihrer Nähe gibt es einen Schaden, unsere Techniker sind vor Ort.',
      'Ein Stromausfall hat Technik in Ihrer Nähe beschädigt. Die meisten sind wieder verbunden.',
      'Ihr Anschluss ist seit heute früh wieder da. Bitte starten Sie den Router noch einmal neu.',
    ],
  },
  cancellation: {
    subject: ['Kündigung', 'Bitte um Stornierung', 'Vertragsende', 'Stornierung {order}'],
    opener: [
      'hiermit kündige ich meinen Vertrag zum nächstmöglichen Termin.',
      'bitte stornieren Sie meine Bestellung ({product}), ich brauche sie nicht mehr.',
      'am {date} habe ich gekündigt und bis heute keine Bestätigung erhalten.',
    ],
    story: [
      'Wir ziehen zu meiner Tochter, dort ist alles vorhanden.',
      'Anderswo bekomme ich dasselbe deutlich günstiger.',
      'Der Kündigungsknopf auf Ihrer Seite führt wieder zur Startseite.',
      'Mit Ihrem Service hat das nichts zu tun, unsere Umstände haben sich geändert.',
    ],
    ask: [
      'Bitte bestätigen Sie mir das schriftlich.',
      'Nennen Sie mir bitte den letzten Tag und den Schlussbetrag.',
      'Bitte buchen Sie nichts mehr ab.',
    ],
    short: [
      'Wie kündigt man hier? Der Knopf auf der Seite dreht sich im Kreis.',
      'Vor Wochen gekündigt, abgebucht wird weiter.',
      '{brand} zu verlassen ist schwerer, als es sein dürfte.',
    ],
    answer: [
      'Schade, dass Sie gehen. Ihr Vertrag endet zum Ende des nächsten Monats.',
      'Ihre Bestellung ist storniert, berechnet wird nichts.',
      'Ihre Kündigung liegt uns vor, die Bestätigung ging an eine alte Adresse.',
    ],
  },
  praise: {
    subject: ['Danke', 'Toller Service', 'Ein Lob', 'Sehr zufrieden'],
    opener: [
      'ich wollte mich einfach für die schnelle Hilfe bedanken ({product}).',
      'die Lieferung kam einen Tag früher und alles läuft wunderbar ({product}).',
      'Ihre Kollegin am Telefon war gestern großartig.',
    ],
    story: [
      'Sie hat sich Zeit genommen und sogar zurückgerufen, ob es geklappt hat.',
      'Zwei Freunden habe ich Sie schon empfohlen.',
      'Dass etwas einfach funktioniert, ist heute selten.',
    ],
    ask: ['Bitte geben Sie meinen Dank weiter.', 'Weiter so!', 'Eine Antwort ist nicht nötig.'],
    short: [
      'Großes Lob an {brand}, innerhalb einer Stunde geklärt!',
      'Mein neues Gerät macht Freude ({product}). Gut gemacht.',
      'Der beste Service seit {Jahren|langem}.',
    ],
    answer: [
      'So eine Nachricht am Morgen ist etwas Feines. Ich habe sie dem ganzen Team gezeigt.',
      'Danke, dass Sie sich die Zeit genommen haben, das lesen wir nicht jeden Tag.',
    ],
  },
  question: {
    subject: ['Frage zum Produkt: {product}', 'Kurze Frage', 'Vor dem Kauf', 'Bitte um Auskunft'],
    opener: [
      'ich überlege, mir das zu kaufen ({product}), und habe eine Frage.',
      'funktioniert das Gerät ({product}) auch ohne die App?',
      'gibt es dafür ({product}) noch Ersatzteile?',
      'liefern Sie ({product}) auch auf Inseln?',
    ],
    story: [
      'Im Datenblatt steht dazu nichts.',
      'Es ist für meine Mutter, sie braucht etwas Einfaches.',
      'Im Laden konnte man es mir auch nicht sagen.',
    ],
    ask: ['Über eine kurze Antwort freue ich mich.', 'Was würden Sie empfehlen?', 'Danke für jeden Rat.'],
    short: [
      'Läuft das ohne WLAN? ({product})',
      'Wann gibt es das wieder? ({product})',
      'Was ist leiser, {product} oder das ältere Modell?',
    ],
    answer: [
      'Ja, es läuft auch ohne App, nur der Timer fehlt dann.',
      'Das Ersatzteil gibt es, der Einbau dauert mit einem Schraubendreher fünf Minuten.',
      'In etwa zwei Wochen ist es wieder da.',
    ],
  },
}
