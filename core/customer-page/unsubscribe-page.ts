import type { PageLanguage } from '../question/languages.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { Page } from './page.ts'

/** Asks whether a mail about reports is to end. It says nothing of what is in it: whoever has the link may read this. */
export function unsubscribePage(language: PageLanguage): Page {
  const { title, text, yes } = unsubscribeWords[language]
  const content = html`<p>${text}</p>
<form method="post"><button type="submit">${yes}</button></form>`
  return { status: 200, name: 'unsubscribe', html: layout(language, title, content) }
}

const unsubscribeWords: Record<PageLanguage, { title: string; text: string; yes: string }> = {
  en: {
    title: 'End this mail?',
    text: 'It brings a report at regular times. Others who get it still do.',
    yes: 'Do not mail it to me any more',
  },
  de: {
    title: 'Diese Mail abbestellen?',
    text: 'Sie bringt regelmäßig einen Bericht. Andere bekommen sie weiterhin.',
    yes: 'Nicht mehr schicken',
  },
  fr: {
    title: 'Ne plus recevoir ce message ?',
    text: 'Il apporte régulièrement un rapport. Les autres destinataires le recevront toujours.',
    yes: 'Ne plus me l’envoyer',
  },
  es: {
    title: '¿Dejar de recibir este correo?',
    text: 'Trae un informe con regularidad. Los demás destinatarios lo seguirán recibiendo.',
    yes: 'No enviármelo más',
  },
}
