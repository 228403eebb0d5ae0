/** What the console says of notifications, and of what is masked, in English. */
export const notifyEn = {
  'notify.title': 'Notifications',
  'notify.about':
    'What concerns you while you look elsewhere: a conversation that is given to you, a customer who answers in yours, a note that names you, something that is due in ten minutes.',
  'notify.choice.off': 'None',
  'notify.choice.plain': 'Only that something happened',
  'notify.choice.names': 'With the customer’s name and subject',
  'notify.choice.names-about': 'Whoever sees your screen sees them too.',
  'notify.sound': 'A quiet tone with each',
  'notify.denied':
    'Your browser does not allow this site notifications. Allow them in its settings for this address, then choose again.',
  'notify.none': 'This browser knows no notifications.',
  'notify.try': 'Show one now',
  'notify.tried': 'This is how it looks.',
  'notify.assigned': 'A conversation was given to you',
  'notify.answered': 'A customer answered in your conversation',
  'notify.mentioned': 'A colleague named you in a note',
  'notify.handed-over': 'A conversation was handed over to you',
  'notify.due': 'Something of yours is due',
  'settings.shortcuts.show': 'Show all shortcuts',
  'reveal.masked': 'Personal data is masked',
  'reveal.masked-about': 'Names, addresses and numbers are hidden from your role.',
  'reveal.ask': 'Reveal…',
  'reveal.title': 'Reveal this customer',
  'reveal.reason': 'Why you need to know who this is',
  'reveal.reason-about':
    'Your name and the reason are kept in this customer’s audit. The customer is shown whole for 15 minutes.',
  'reveal.do': 'Reveal',
  'reveal.shown': 'Shown whole until {at}',
  'reveal.failed': 'This customer was not revealed.',
}
