import type { PageLanguage } from '../question/languages.ts'
import { longestComment, type SurveyKind, scales } from '../survey/survey.ts'
import { surveyWords } from '../survey/words.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Page } from './page.ts'

type Shown = { kind: SurveyKind; language: PageLanguage; company: string | undefined; incomplete?: boolean }

/** The question with its scale and room for words. It shows neither who is asked nor what they answered before. */
export function surveyPage({ kind, language, company, incomplete = false }: Shown): Page {
  const words = formWords[language]
  const { ask, subject } = surveyWords[language][kind]
  const content = html`${company === undefined ? undefined : html`<p>${company}</p>`}
${incomplete ? html`<p role="alert"><strong>${words.choose}</strong></p>` : undefined}
<form method="post">
<fieldset aria-describedby="ends">
<legend>${ask}</legend>
<div class="scores">
${scores(kind)}
</div>
<p class="ends" id="ends"><span>${words.least(scales[kind].least)}</span><span>${words.greatest(scales[kind].greatest)}</span></p>
</fieldset>
<label class="words" for="comment">${words.comment}</label>
<textarea id="comment" name="comment" rows="4" maxlength="${longestComment}"></textarea>
<button type="submit">${words.send}</button>
<button class="quiet" type="submit" name="stop" value="1" formnovalidate>${words.stop}</button>
</form>`
  const name = incomplete ? 'survey-incomplete' : 'survey'
  return { status: incomplete ? 422 : 200, name, html: layout(language, subject, content) }
}

const scores = (kind: SurveyKind): Html[] => {
  const { least, greatest } = scales[kind]
  return Array.from({ length: greatest - least + 1 }, (_, n) => least + n).map(
    score => html`<label class="score"><input type="radio" name="score" value="${score}" required><span>${score}</span></label>
`,
  )
}

type FormWords = {
  least: (score: number) => string
  greatest: (score: number) => string
  comment: string
  send: string
  choose: string
  stop: string
}

const formWords: Record<PageLanguage, FormWords> = {
  en: {
    least: score => `${score}: not at all`,
    greatest: score => `${score}: very much`,
    comment: 'Anything else you want to tell us? (optional)',
    send: 'Send',
    choose: 'Please choose a number first.',
    stop: 'Do not ask me again',
  },
  de: {
    least: score => `${score}: gar nicht`,
    greatest: score => `${score}: sehr`,
    comment: 'Möchten Sie uns noch etwas sagen? (freiwillig)',
    send: 'Absenden',
    choose: 'Bitte wählen Sie zuerst eine Zahl.',
    stop: 'Nicht mehr fragen',
  },
  fr: {
    least: score => `${score} : pas du tout`,
    greatest: score => `${score} : tout à fait`,
    comment: 'Souhaitez-vous ajouter quelque chose ? (facultatif)',
    send: 'Envoyer',
    choose: 'Choisissez d’abord un nombre.',
    stop: 'Ne plus me demander',
  },
  es: {
    least: score => `${score}: nada`,
    greatest: score => `${score}: mucho`,
    comment: '¿Quiere decirnos algo más? (opcional)',
    send: 'Enviar',
    choose: 'Elija primero un número.',
    stop: 'No volver a preguntarme',
  },
}
