import type { PageLanguage } from '../question/languages.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { Page, PageName } from './page.ts'

export type NoticeName = Exclude<PageName, 'survey' | 'confirm' | 'survey-incomplete' | 'unsubscribe'>

/** RFC 9110: 404 for what never was, 410 for what was and is no more. */
const statuses: Record<NoticeName, number> = {
  'survey-thanks': 200,
  'survey-stopped': 200,
  confirmed: 200,
  unsubscribed: 200,
  'half-confirmed': 200,
  obsolete: 410,
  used: 410,
  expired: 410,
  forged: 404,
  'wrong-method': 405,
  'too-large': 413,
  failed: 503,
}

/** A page that says one thing. */
export const noticePage = (name: NoticeName, language: PageLanguage): Page => {
  const [title, text] = notices[language][name]
  return { status: statuses[name], name, html: layout(language, title, html`<p>${text}</p>`) }
}

const notices: Record<PageLanguage, Record<NoticeName, readonly [string, string]>> = {
  en: {
    'survey-thanks': ['Thank you', 'Your answer has been saved. Open the link again if you want to change it.'],
    'survey-stopped': ['Thank you', 'We will not ask you again.'],
    confirmed: ['Thank you', 'It is confirmed. You can close this page.'],
    unsubscribed: [
      'This is not mailed to you any more',
      'In the console, under insights, you can have it mailed again.',
    ],
    'half-confirmed': [
      'Thank you',
      'We have noted it. We also ask where you contacted us from; please confirm it there, too.',
    ],
    obsolete: ['No longer needed', 'This question has been settled. There is nothing left to do.'],
    used: ['Already confirmed', 'This link has been used. There is nothing left to do.'],
    expired: [
      'This link has expired',
      'It was valid for a limited time. Reply to our message if you still want to tell us something.',
    ],
    forged: ['This link is not complete', 'Open it from our message again, or copy all of it.'],
    'wrong-method': ['That did not work', 'Open the link from our message again.'],
    'too-large': ['That was too long', 'Please go back and write less.'],
    failed: ['That did not work', 'Something failed on our side. Please try again in a minute.'],
  },
  de: {
    'survey-thanks': [
      'Vielen Dank',
      'Ihre Antwort ist gespeichert. Öffnen Sie den Link erneut, wenn Sie sie ändern möchten.',
    ],
    'survey-stopped': ['Vielen Dank', 'Wir fragen Sie nicht mehr.'],
    confirmed: ['Vielen Dank', 'Es ist bestätigt. Sie können diese Seite schließen.'],
    unsubscribed: [
      'Diese Mail kommt nicht mehr',
      'In der Konsole, unter Einblicke, können Sie sie wieder schicken lassen.',
    ],
    'half-confirmed': [
      'Vielen Dank',
      'Wir haben es vermerkt. Wir fragen auch dort nach, von wo Sie uns geschrieben haben; bitte bestätigen Sie es dort ebenfalls.',
    ],
    obsolete: ['Nicht mehr nötig', 'Diese Frage ist geklärt. Sie müssen nichts weiter tun.'],
    used: ['Schon bestätigt', 'Dieser Link wurde bereits verwendet. Sie müssen nichts weiter tun.'],
    expired: [
      'Dieser Link ist abgelaufen',
      'Er galt nur eine begrenzte Zeit. Antworten Sie auf unsere Nachricht, wenn Sie uns noch etwas sagen möchten.',
    ],
    forged: [
      'Dieser Link ist nicht vollständig',
      'Öffnen Sie ihn erneut aus unserer Nachricht oder kopieren Sie ihn ganz.',
    ],
    'wrong-method': ['Das hat nicht geklappt', 'Öffnen Sie den Link erneut aus unserer Nachricht.'],
    'too-large': ['Das war zu lang', 'Bitte gehen Sie zurück und schreiben Sie weniger.'],
    failed: [
      'Das hat nicht geklappt',
      'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es in einer Minute noch einmal.',
    ],
  },
  fr: {
    'survey-thanks': ['Merci', 'Votre réponse est enregistrée. Rouvrez le lien si vous souhaitez la modifier.'],
    'survey-stopped': ['Merci', 'Nous ne vous demanderons plus votre avis.'],
    confirmed: ['Merci', 'C’est confirmé. Vous pouvez fermer cette page.'],
    unsubscribed: ['Ce message ne vous sera plus envoyé', 'Dans la console, vous pouvez le demander à nouveau.'],
    'half-confirmed': [
      'Merci',
      'C’est noté. Nous posons aussi la question là d’où vous nous avez contactés ; merci de confirmer également là-bas.',
    ],
    obsolete: ['Ce n’est plus nécessaire', 'Cette question est réglée. Vous n’avez plus rien à faire.'],
    used: ['Déjà confirmé', 'Ce lien a déjà servi. Vous n’avez plus rien à faire.'],
    expired: [
      'Ce lien a expiré',
      'Il n’était valable qu’un temps. Répondez à notre message si vous souhaitez encore nous dire quelque chose.',
    ],
    forged: ['Ce lien est incomplet', 'Rouvrez-le depuis notre message, ou copiez-le en entier.'],
    'wrong-method': ['Cela n’a pas fonctionné', 'Rouvrez le lien depuis notre message.'],
    'too-large': ['C’était trop long', 'Revenez en arrière et écrivez moins, s’il vous plaît.'],
    failed: ['Cela n’a pas fonctionné', 'Un problème est survenu chez nous. Réessayez dans une minute.'],
  },
  es: {
    'survey-thanks': ['Gracias', 'Su respuesta se ha guardado. Abra el enlace de nuevo si quiere cambiarla.'],
    'survey-stopped': ['Gracias', 'No volveremos a preguntarle.'],
    confirmed: ['Gracias', 'Está confirmado. Puede cerrar esta página.'],
    unsubscribed: ['Ya no se le enviará este correo', 'En la consola puede pedir que se le envíe de nuevo.'],
    'half-confirmed': [
      'Gracias',
      'Lo hemos anotado. También preguntamos allí desde donde nos contactó; confírmelo también allí, por favor.',
    ],
    obsolete: ['Ya no hace falta', 'Esta cuestión está resuelta. No tiene que hacer nada más.'],
    used: ['Ya confirmado', 'Este enlace ya se ha usado. No tiene que hacer nada más.'],
    expired: [
      'Este enlace ha caducado',
      'Solo era válido un tiempo. Responda a nuestro mensaje si aún quiere decirnos algo.',
    ],
    forged: ['Este enlace no está completo', 'Ábralo de nuevo desde nuestro mensaje o cópielo entero.'],
    'wrong-method': ['No ha funcionado', 'Abra de nuevo el enlace desde nuestro mensaje.'],
    'too-large': ['Era demasiado largo', 'Vuelva atrás y escriba menos, por favor.'],
    failed: ['No ha funcionado', 'Algo ha fallado por nuestra parte. Inténtelo de nuevo en un minuto.'],
  },
}
