import type { Book } from './book.ts'

export const germanTopics: Book['topics'] = {
  delivery: {
    subject: [
      '(Wo bleibt mein Paket?|Paket fehlt|Lieferung verspätet)',
      'Bestellung nicht angekommen',
      '(Fehlende|Verspätete) Lieferung',
    ],
    problem: [
      '(Mein Paket|Meine Bestellung|Die Lieferung) ist (immer noch|noch immer|bis heute) nicht (da|angekommen|eingetroffen).',
      'Ich warte (immer noch|schon ewig) auf (mein Paket|meine Bestellung).',
      'Laut Sendungsverfolgung wurde zugestellt, (hier ist aber|aber es ist) nichts (angekommen|da).',
      'Es kam nur (die Hälfte|ein Teil) (der Bestellung|davon) an.',
      'Ihr (Fahrer|Bote) hat das Paket (irgendwo|beim falschen Haus) abgestellt.',
      'Wo bleibt (mein Paket|meine Ware)?',
    ],
    date: [
      '(Bestellt|Gekauft) (habe ich|wurde) am {date}.',
      'Die Lieferung war für den {date} (angekündigt|zugesagt).',
      'Ich habe am {date} bestellt.',
      'Bestelldatum: {date}',
    ],
    amount: [
      '(Gekostet hat es|Bezahlt habe ich) {amount}.',
      'Es geht um {amount}.',
      'Ich habe {amount} (dafür|) bezahlt.',
    ],
    wish: [
      '(Bitte|Können Sie) (prüfen Sie|nachsehen), wo (es|das Paket) ist.',
      'Ich (möchte|hätte gern) Ersatz.',
      'Wann kommt es (denn|endlich)?',
      'Bitte (kümmern Sie sich darum|schicken Sie es noch einmal).',
    ],
  },
  defect: {
    subject: ['(Gerät|Artikel) defekt', '(Defekte|Kaputte) Ware', 'Reklamation', 'Funktioniert nicht'],
    problem: [
      '(Mein|Das) Gerät, (ein|der|das) {device}, (geht|lässt sich) nicht mehr (an|einschalten).',
      'Mein {device} (ist defekt|ist kaputt|stürzt ständig ab|macht seltsame Geräusche).',
      'Ich habe (bei Ihnen|) (einen|ein) {device} gekauft, (leider|und es) (defekt|funktioniert nicht).',
      'Es (geht|funktioniert) (plötzlich|seit kurzem|einfach) nicht mehr.',
      'Beim {device} bleibt (der Bildschirm|die Anzeige) schwarz.',
    ],
    date: [
      'Gekauft (habe ich es|wurde es) am {date}.',
      'Ich habe es am {date} (gekauft|bekommen|erhalten).',
      'Kaufdatum: {date}',
      'Ich habe es seit dem {date}.',
    ],
    amount: ['Bezahlt habe ich {amount}.', 'Es hat {amount} gekostet(, da erwarte ich mehr|).'],
    wish: [
      'Ich (möchte|will|hätte gern) (Ersatz|mein Geld zurück|eine Reparatur).',
      'Wie geht es (jetzt|nun) weiter?',
      'Bitte (tauschen Sie es um|schicken Sie mir ein neues).',
    ],
  },
  billing: {
    subject: ['(Falsche|Fehlerhafte) Rechnung', '(Doppelt|Zu viel) abgebucht', 'Frage zur Rechnung'],
    problem: [
      'Sie haben (doppelt|zweimal|zu viel) abgebucht.',
      'Meine (letzte|aktuelle) Rechnung (ist falsch|stimmt nicht|ist viel zu hoch).',
      'Auf meinem Konto ist eine Abbuchung, die ich nicht (verstehe|zuordnen kann).',
      'Mir wurde etwas berechnet, (das ich nie bestellt habe|obwohl ich gekündigt habe).',
    ],
    date: [
      'Abgebucht wurde am {date}.',
      '(Die Rechnung ist|Sie ist) vom {date}.',
      '(Gekündigt|Bezahlt) habe ich am {date}.',
    ],
    amount: [
      '(Abgebucht|Berechnet) wurden {amount}.',
      'Es geht um {amount}.',
      'Der Betrag (ist|lautet) {amount}(, das ist falsch|).',
      'Ich sehe {amount} (auf dem Auszug|).',
    ],
    wish: [
      'Ich (möchte|will) das Geld zurück.',
      'Bitte (korrigieren|berichtigen) Sie (das|die Rechnung).',
      'Können Sie mir das erklären?',
      'Bitte (erstatten|überweisen) Sie (es|den Betrag) zurück.',
    ],
  },
  access: {
    subject: ['(Anmeldung|Login) (geht nicht|nicht möglich)', 'Konto gesperrt', 'Komme nicht (mehr|) ins Konto'],
    problem: [
      'Ich (kann mich nicht|kann mich nicht mehr) (anmelden|einloggen).',
      'Ich komme nicht (mehr|) in mein Konto.',
      'Mein (Konto|Zugang) (wurde|ist) (gesperrt|blockiert).',
      'Der (Code|Link) (für die Anmeldung|zum Einloggen) kommt (nie|nicht) an.',
    ],
    date: ['Das ist seit dem {date} so.', 'Zuletzt ging es am {date}.'],
    amount: ['Darauf (sind|ist ein Guthaben von) (noch|) {amount}.', 'Ich habe (noch|) {amount} Guthaben (dort|).'],
    wish: [
      'Bitte (schalten Sie es frei|entsperren Sie das Konto).',
      'Wie komme ich wieder hinein?',
      'Ich brauche (heute|dringend) Zugang.',
    ],
  },
  return: {
    subject: ['(Rückgabe|Rücksendung|Retoure)', 'Erstattung fehlt', 'Wo bleibt mein Geld?'],
    problem: [
      'Ich habe (die Ware|die Schuhe|alles) zurückgeschickt und (noch|) kein Geld (erhalten|bekommen).',
      'Ich möchte (etwas|einen Artikel) zurückgeben.',
      'Meine Erstattung (fehlt|ist noch nicht da).',
      'Die (Größe|Farbe) (passte|stimmte) nicht, (deshalb|darum) ging alles zurück.',
    ],
    date: [
      'Zurückgeschickt (habe ich es|wurde es) am {date}.',
      '(Angekommen|Abgegeben) (ist|wurde) es am {date}.',
      'Gekauft wurde am {date}.',
    ],
    amount: [
      '(Es fehlen|Offen sind) (noch|) {amount}.',
      'Sie schulden mir {amount}.',
      'Erstattet werden (müssten|sollten) {amount}.',
    ],
    wish: [
      'Wann (bekomme|kriege) ich mein Geld?',
      'Bitte (überweisen|erstatten) Sie (das|den Betrag).',
      'Können Sie das (prüfen|bestätigen)?',
    ],
  },
  visit: {
    subject: ['(Techniker|Monteur) nicht gekommen', 'Termin', 'Verpasster Termin'],
    problem: [
      'Ihr (Techniker|Monteur) ist nicht (gekommen|erschienen).',
      'Ich habe den ganzen Tag (gewartet|zu Hause gesessen) und niemand kam.',
      'Ich muss (meinen|den) Termin verschieben.',
      'Die (Reparatur|Installation) ist (immer noch nicht|nur halb) fertig.',
    ],
    date: [
      'Der Termin war (am|für den) {date}(| vereinbart).',
      '(Er|Der Techniker) sollte am {date} kommen.',
      'Vereinbart war der {date}.',
    ],
    amount: ['(Angeboten|Vereinbart) waren {amount}.', 'Ich habe (schon|bereits) {amount} bezahlt.'],
    wish: [
      'Bitte (nennen|geben) Sie mir einen neuen Termin.',
      'Wann kommt (endlich|) jemand?',
      'Das muss (diese Woche|bald) erledigt werden.',
    ],
  },
  internet: {
    subject: ['(Kein|Langsames) Internet', '(Verbindung|Leitung) (gestört|bricht ab)', 'Störung'],
    problem: [
      '(Mein|Unser) (Internet|WLAN|Anschluss) (ist tot|bricht ständig ab|geht nicht).',
      'Das (WLAN|Internet) ist (unerträglich|sehr|so) langsam.',
      'Wir haben (gar|) kein (Netz|Internet|Signal).',
      '(Der|Die|Unser) {device} verliert (ständig|jede Stunde) die Verbindung.',
    ],
    date: [
      'Das (ist|geht) seit dem {date} so.',
      '(Angefangen hat es|Begonnen hat das) am {date}.',
      'Seit dem {date} geht nichts mehr.',
    ],
    amount: ['Ich zahle {amount} im Monat(| dafür).', 'Das kostet mich {amount} (jeden|im) Monat.'],
    wish: [
      'Bitte (beheben|reparieren) Sie das.',
      'Ich brauche (das Netz|die Leitung) (wieder|dringend).',
      'Schicken Sie (jemanden|einen Techniker).',
    ],
  },
}
