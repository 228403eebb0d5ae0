import type { Identifier } from '../contact/identifier.ts'
import type { PageLanguage } from '../question/languages.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { Page } from './page.ts'

type Shown = { language: PageLanguage; company: string | undefined; other: Identifier['type'] }

/** What the other end is, in a word: the page tells nothing more of it. */
type Kind = 'phone' | 'email' | 'account' | 'profile'

/** Asks whether the reader is also the holder of something else, of which only the kind is said. */
export function confirmPage({ language, company, other }: Shown): Page {
  const words = confirmPageWords[language]
  const content = html`<p>${words.ask(company ?? words.us, words.kinds[kindOf(other)])}</p>
<p>${words.consequence}</p>
<form method="post"><button type="submit">${words.yes}</button></form>
<p>${words.otherwise}</p>`
  return { status: 200, name: 'confirm', html: layout(language, words.title, content) }
}

function kindOf(type: Identifier['type']): Kind {
  switch (type) {
    case 'phone':
    case 'whatsapp':
    case 'line':
      return 'phone'
    case 'email':
      return 'email'
    case 'account':
      return 'account'
    case 'x':
    case 'facebook':
    case 'instagram':
    case 'mastodon':
    case 'bluesky':
      return 'profile'
    default:
      return type satisfies never
  }
}

type Words = {
  title: string
  us: string
  ask: (company: string, kind: string) => string
  kinds: Record<Kind, string>
  consequence: string
  yes: string
  otherwise: string
}

const confirmPageWords: Record<PageLanguage, Words> = {
  en: {
    title: 'Is this you?',
    us: 'us',
    ask: (company, kind) => `Somebody contacted ${company} with ${kind} and says that you are the same person.`,
    kinds: {
      phone: 'a phone number',
      email: 'a mail address',
      account: 'a customer number',
      profile: 'an account of a social network',
    },
    consequence: 'If you confirm it, both are treated as yours, and whoever uses them learns what you told us.',
    yes: 'Yes, this is me',
    otherwise: 'If it is not you, close this page. Nothing happens then.',
  },
  de: {
    title: 'Sind Sie das?',
    us: 'uns',
    ask: (company, kind) => `Jemand hat ${company} über ${kind} kontaktiert und sagt, Sie seien dieselbe Person.`,
    kinds: {
      phone: 'eine Telefonnummer',
      email: 'eine E-Mail-Adresse',
      account: 'eine Kundennummer',
      profile: 'ein Konto in einem sozialen Netzwerk',
    },
    consequence:
      'Wenn Sie es bestätigen, gilt beides als Ihres, und wer es benutzt, erfährt, was Sie uns gesagt haben.',
    yes: 'Ja, das bin ich',
    otherwise: 'Wenn Sie es nicht sind, schließen Sie diese Seite. Dann geschieht nichts.',
  },
  fr: {
    title: 'Est-ce vous ?',
    us: 'notre service',
    ask: (company, kind) => `Quelqu’un a contacté ${company} avec ${kind} et dit être la même personne que vous.`,
    kinds: {
      phone: 'un numéro de téléphone',
      email: 'une adresse e-mail',
      account: 'un numéro de client',
      profile: 'un compte d’un réseau social',
    },
    consequence:
      'Si vous confirmez, les deux seront considérés comme les vôtres, et qui les utilise saura ce que vous nous avez dit.',
    yes: 'Oui, c’est moi',
    otherwise: 'Si ce n’est pas vous, fermez cette page. Il ne se passera rien.',
  },
  es: {
    title: '¿Es usted?',
    us: 'nosotros',
    ask: (company, kind) => `Alguien contactó con ${company} con ${kind} y dice que es la misma persona que usted.`,
    kinds: {
      phone: 'un número de teléfono',
      email: 'una dirección de correo',
      account: 'un número de cliente',
      profile: 'una cuenta de una red social',
    },
    consequence: 'Si lo confirma, ambos se considerarán suyos, y quien los use sabrá lo que usted nos ha dicho.',
    yes: 'Sí, soy yo',
    otherwise: 'Si no es usted, cierre esta página. No pasará nada.',
  },
}
