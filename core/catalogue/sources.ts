/** Where definitions are from. */
export const sources = {
  own: 'Throughline’s own',
  connect:
    'Amazon Connect, metric definitions (docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html)',
  resolution: 'First contact resolution: Call Centre Helper, glossary (callcentrehelper.com), “within 7 days”',
  satisfaction:
    'CSAT: good answers of all; NPS: Reichheld 2003, “The one number you need to grow”, interval by Rocks 2016, The American Statistician 70',
  voice: 'Own mentions of those of all members of the panel, as social listening uses the word',
} as const
