import type { PageLanguage } from '../question/languages.ts'

type Wording = { subject: string; ask: (company: string) => string; us: string; otherwise: string }

/** What the holder of an address, number or account is asked. It names nobody: the holder may be somebody else. */
export const confirmWords: Record<PageLanguage, Wording> = {
  en: {
    subject: 'Is this you?',
    ask: company =>
      `Somebody who contacted ${company} another way says that you are the same person. If so, confirm it here:`,
    us: 'us',
    otherwise: 'If not, do nothing.',
  },
  de: {
    subject: 'Sind Sie das?',
    ask: company =>
      `Jemand hat ${company} auf anderem Weg geschrieben oder angerufen und sagt, Sie seien dieselbe Person. Falls ja, bestätigen Sie es hier:`,
    us: 'uns',
    otherwise: 'Falls nicht, tun Sie nichts.',
  },
  fr: {
    subject: 'Est-ce vous ?',
    ask: company =>
      `Quelqu’un qui a contacté ${company} autrement dit être la même personne que vous. Si oui, confirmez-le ici :`,
    us: 'notre service',
    otherwise: 'Sinon, ne faites rien.',
  },
  es: {
    subject: '¿Es usted?',
    ask: company => `Alguien que contactó con ${company} por otra vía dice que es usted. Si es así, confírmelo aquí:`,
    us: 'nosotros',
    otherwise: 'Si no, no haga nada.',
  },
}
