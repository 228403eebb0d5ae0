import { surveySettingsShape } from '../survey/settings.ts'

/** The settings of surveys as they are sent and shown; what is left out is as where nothing was set. */
export const surveySettingsInputSchema = surveySettingsShape.strict().meta({ id: 'SurveySettingsInput' })
export const shownSurveySettingsSchema = surveySettingsShape.meta({ id: 'SurveySettings' })
