import type { PageLanguage } from '../question/languages.ts'
import type { SurveyKind } from './survey.ts'

type Wording = { subject: string; ask: string; hint: string }

/** What a customer is asked, and how to answer. Posts have 280 characters: what is asked, a link of 100, and the hint fit. */
export const surveyWords: Record<PageLanguage, Record<SurveyKind, Wording>> = {
  en: {
    csat: {
      subject: 'How did we do?',
      ask: 'How happy are you with how we handled your request?',
      hint: 'Or just reply with a number from 1 (not at all) to 5 (very).',
    },
    nps: {
      subject: 'Would you recommend us?',
      ask: 'How likely are you to recommend us to a friend?',
      hint: 'Or just reply with a number from 0 (not at all) to 10 (certainly).',
    },
  },
  de: {
    csat: {
      subject: 'Wie zufrieden sind Sie?',
      ask: 'Wie zufrieden sind Sie damit, wie wir Ihr Anliegen bearbeitet haben?',
      hint: 'Oder antworten Sie mit einer Zahl von 1 (gar nicht) bis 5 (sehr).',
    },
    nps: {
      subject: 'Würden Sie uns empfehlen?',
      ask: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
      hint: 'Oder antworten Sie mit einer Zahl von 0 (gar nicht) bis 10 (sicher).',
    },
  },
  fr: {
    csat: {
      subject: 'Êtes-vous satisfait ?',
      ask: 'Êtes-vous satisfait de la façon dont nous avons traité votre demande ?',
      hint: 'Ou répondez par un chiffre de 1 (pas du tout) à 5 (très).',
    },
    nps: {
      subject: 'Nous recommanderiez-vous ?',
      ask: 'Recommanderiez-vous nos services à un proche ?',
      hint: 'Ou répondez par un nombre de 0 (pas du tout) à 10 (certainement).',
    },
  },
  es: {
    csat: {
      subject: '¿Qué tal lo hicimos?',
      ask: '¿Está satisfecho con cómo hemos atendido su consulta?',
      hint: 'O responda con un número del 1 (nada) al 5 (mucho).',
    },
    nps: {
      subject: '¿Nos recomendaría?',
      ask: '¿Recomendaría nuestros servicios a un amigo?',
      hint: 'O responda con un número del 0 (nada) al 10 (seguro).',
    },
  },
}
