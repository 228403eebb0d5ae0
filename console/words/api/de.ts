import type { apiEn } from './en.ts'

/** Was die API ablehnt und was aus Antworten wurde, nach ihren festen Wörtern, auf Deutsch. */
export const apiDe: Record<keyof typeof apiEn, string> = {
  'refused.form': 'Diese Art der Antwort gibt es dort nicht. Wählen Sie eine andere.',
  'refused.empty': 'Noch ist nichts geschrieben.',
  'refused.length': 'Sie ist länger, als das Netzwerk erlaubt. Kürzen Sie sie.',
  'refused.html': 'Das Netzwerk kennt keine Formatierung: Senden Sie reinen Text.',
  'refused.subject': 'Das Netzwerk kennt keinen Betreff.',
  'refused.media': 'Hiermit können keine Dateien gehen. Entfernen Sie sie oder senden Sie einen Link.',
  'refused.media-count': 'Das sind mehr Dateien, als das Netzwerk annimmt.',
  'refused.media-type': 'Dateien dieser Art nimmt das Netzwerk nicht an.',
  'refused.media-size': 'Die Dateien sind zu groß.',
  'refused.text-or-media': 'Das Netzwerk nimmt entweder Text oder Bild: Senden Sie zwei Antworten.',
  'refused.window':
    'So lange nach der letzten Nachricht nimmt das Netzwerk keine Antwort mehr. Wählen Sie einen anderen Kanal.',
  'refused.no-way': 'Dorthin kann nicht geantwortet werden. Wählen Sie einen anderen Kanal.',
  'refused.id-used': 'Eine andere Antwort trägt diese Kennung. Senden Sie unter einer neuen.',
  'refused.gone': 'Das Gespräch gibt es nicht mehr.',
  'refused.not-theirs': 'Sie war für jemanden, der nicht mehr diese Person ist. Schreiben Sie sie neu.',
  'refused.do-not-contact': 'Dort ist kein Kontakt erwünscht.',
  'refused.denied': 'Dort wurde das abgelehnt. Halten Sie fest, wenn sich das ändert.',
  'refused.not-granted': 'Dort hat niemand zugestimmt. Fragen Sie und halten Sie die Antwort fest.',
  'refused.not-agreed': 'Von dort kam noch nie etwas. Fragen Sie, ob Antworten dort erwünscht sind.',
  'refused.unproven': 'Das kann eine andere Person sein. Lassen Sie es erst bestätigen.',
  'refused.unconfirmed':
    'Das ist nur aus einem Kontakt bekannt, der von einer anderen Person sein kann. Lassen Sie es erst bestätigen oder lassen Sie es weg.',
  'refused.unfilled': 'Etwas ist noch auszufüllen. Schreiben Sie, was dort stehen soll.',
  'refused.contradicts-promise': 'Das sagt etwas anderes, als versprochen wurde.',
  'refused.contradicts-answer': 'Das sagt etwas anderes als eine Antwort von heute.',
  'refused.another-answer': 'Inzwischen hat jemand geantwortet. Sehen Sie das erst an.',
  'refused.new-contact': 'Inzwischen kam eine neue Nachricht. Lesen Sie sie erst.',
  'problem.malformed-json': 'Was gesendet wurde, war nicht lesbar.',
  'problem.not-signed-in': 'Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an.',
  'problem.not-allowed': 'Ihre Rolle erlaubt das nicht.',
  'problem.not-found': 'Das gibt es nicht mehr.',
  'problem.method-not-allowed': 'Das ist hier nicht möglich.',
  'problem.not-kept': 'So viel wird so lange nicht aufbewahrt.',
  'problem.conflict': 'Das widerspricht dem, was dort steht.',
  'problem.answer-held': 'Sehen Sie das an, bevor die Antwort hinausgeht.',
  'problem.body-too-large': 'Das ist zu viel auf einmal.',
  'problem.unsupported-media-type': 'Was gesendet wurde, ist von einer Art, die nicht verstanden wird.',
  'problem.invalid-request': 'Etwas fehlt oder stimmt nicht.',
  'problem.internal-error':
    'Dort ist etwas fehlgeschlagen und wurde protokolliert. Versuchen Sie es erneut; bleibt es so, sagen Sie dem Betrieb Bescheid.',
  'problem.try-again': 'Andere ändern gerade dasselbe. Versuchen Sie es gleich noch einmal.',
  'trouble.no-answer': 'Ob sie ankam, ist nicht bekannt. Sehen Sie dort nach und sagen Sie dann hier, ob sie da ist.',
  'trouble.not-reached': 'Das Netzwerk ist gerade nicht erreichbar. Es wird von selbst erneut versucht.',
  'trouble.rate-limit':
    'Das Netzwerk nimmt gerade keine weiteren Antworten von uns. Sie geht von selbst hinaus, sobald es das tut.',
  'trouble.not-connected': 'Dorthin kann noch niemand antworten. Der Betrieb muss es verbinden.',
  'trouble.token-refused':
    'Das Netzwerk erkennt unseren Zugang nicht mehr an. Der Betrieb erneuert ihn; versuchen Sie es dann erneut.',
  'trouble.not-accepted':
    'In dieser Form wurde sie nicht angenommen. Ändern Sie sie oder wählen Sie einen anderen Kanal.',
  'trouble.error-there':
    'Dort gab es einen Fehler, und sie kann trotzdem hinausgegangen sein. Sehen Sie erst dort nach.',
  'trouble.secrets-unreadable': 'Unser eigener Zugang war nicht lesbar. Es wird von selbst erneut versucht.',
  'trouble.no-permission': 'Unser Konto darf das dort nicht. Der Betrieb muss es erlauben.',
  'trouble.blocked': 'Das Netzwerk hat unser Konto eingeschränkt. Wählen Sie einen anderen Kanal.',
  'trouble.duplicate':
    'Dieselben Worte stehen dort schon. Sehen Sie nach, ob sie angekommen sind, oder ändern Sie ein Wort.',
  'trouble.already-answered':
    'Auf diesen Kommentar gab es schon die eine private Antwort. Weiter geht es, wenn eine Antwort kommt.',
  'trouble.not-reachable': 'Dort ist die Person nicht erreichbar. Wählen Sie einen anderen Kanal.',
  'trouble.messages-closed':
    'Nachrichten sind dort nicht möglich. Antworten Sie öffentlich oder wählen Sie einen anderen Kanal.',
  'trouble.target-gone':
    'Worauf dies antwortet, wurde gelöscht oder ist für uns nicht mehr sichtbar. Wählen Sie einen anderen Kanal.',
  'trouble.outside-window':
    'Die letzte Nachricht liegt für eine Antwort dort zu lange zurück. Wählen Sie einen anderen Kanal.',
  'trouble.reply-not-permitted': 'X lässt uns auf diesen Beitrag nicht antworten. Senden Sie eine Direktnachricht.',
  'trouble.account-locked': 'Das Netzwerk hat unser Konto gesperrt. Der Betrieb muss es entsperren.',
  'trouble.forbidden': 'Das Netzwerk hat es nicht erlaubt. Sehen Sie dort nach oder wählen Sie einen anderen Kanal.',
  'trouble.no-target': 'Es ist nicht gesagt, worauf dies antwortet. Antworten Sie von dort aus.',
  'trouble.no-number': 'Es gibt keine Nummer, die angerufen werden kann. Fragen Sie danach oder schreiben Sie.',
  'trouble.destination-not-allowed':
    'Unser Konto darf dort nicht anrufen. Der Betrieb kann es erlauben; sonst schreiben Sie.',
  'trouble.own-number': 'Von unseren eigenen Nummern kann nicht angerufen werden. Der Betrieb prüft sie.',
  'trouble.file-unreadable':
    'Eine Datei, die mitgehen sollte, ist gerade nicht lesbar. Es wird von selbst erneut versucht.',
  'trouble.file-gone': 'Eine Datei, die mitgehen sollte, ist nicht mehr da. Fügen Sie sie neu hinzu.',
  'trouble.attachment-type': 'Dateien dieser Art gehen nicht mit E-Mails. Senden Sie einen Link.',
  'trouble.mail-too-large': 'Die E-Mail ist zu groß. Senden Sie weniger oder kleinere Dateien oder einen Link.',
  'trouble.mail-not-ready': 'Die E-Mail konnte nicht zusammengestellt werden. Es wird von selbst erneut versucht.',
  'trouble.automatic-to-automatic': 'Eine Maschine hat das geschrieben; darauf wird nicht von selbst geantwortet.',
  'trouble.no-recipient': 'Niemand der Angeschriebenen ist per E-Mail erreichbar. Wählen Sie jemand anderen.',
  'trouble.too-many-recipients': 'Es sind zu viele Empfänger. Entfernen Sie einige.',
  'trouble.not-our-mailbox': 'Das Postfach, aus dem sie käme, gehört nicht mehr zur Quelle. Der Betrieb fügt es hinzu.',
  'trouble.ses-not-allowed': 'Aus diesem Postfach dürfen wir nicht senden. Der Betrieb muss es erlauben.',
  'trouble.ses-not-verified': 'Das Postfach ist für den Versand nicht bestätigt. Der Betrieb muss es bestätigen.',
  'trouble.ses-credentials': 'Unser Zugang zum Versand wurde nicht angenommen. Es wird von selbst erneut versucht.',
  'trouble.ses-limit': 'Eine Grenze unseres Kontos ist erreicht. Es wird von selbst erneut versucht.',
  'trouble.ses-paused':
    'Der Versand unseres Kontos ruht. Es wird von selbst erneut versucht; der Betrieb beendet die Pause.',
  'trouble.ses-suspended':
    'Unser Konto darf keine E-Mails mehr senden. Der Betrieb kümmert sich; antworten Sie auf einem anderen Kanal.',
  'trouble.ses-rejected': 'Die E-Mail wurde wegen ihres Inhalts abgelehnt. Ändern Sie sie oder ihre Dateien.',
  'trouble.ses-bad-request': 'Die E-Mail wurde nicht verstanden. Ändern Sie sie oder sagen Sie dem Betrieb Bescheid.',
  'trouble.ses-refused': 'Die E-Mail wurde nicht angenommen. Sagen Sie dem Betrieb Bescheid.',
  'trouble.ses-daily-quota':
    'Unser Konto hat so viele E-Mails gesendet, wie es am Tag darf. Sie geht von selbst hinaus, sobald es wieder darf.',
}
