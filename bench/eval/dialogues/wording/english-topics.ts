import type { Book } from './book.ts'

export const englishTopics: Book['topics'] = {
  delivery: {
    subject: [
      '(Where is my (order|parcel)?|Parcel (missing|not here)|Delivery (problem|late))',
      'Order (never arrived|still not here)',
      'Missing (parcel|package)',
    ],
    problem: [
      'My (parcel|package|delivery|order) (still has not|has still not|never) (arrived|turned up|come).',
      'I am (still|) waiting for (my|a) (parcel|order) that should have been here (days|ages) ago.',
      'The tracking (page|site) says delivered(,| but) nothing (was left|came|is here).',
      'Only (half|part) of what I (ordered|paid for) was in the box.',
      'Your (driver|courier) (left|dumped) (my|the) parcel (somewhere|at the wrong door) and I (cannot|can not) find it.',
      '(Where|So where) is my (stuff|order|parcel)?',
    ],
    date: [
      'I (ordered|placed the order|bought it) on {date}.',
      'It was (due|meant to come|promised) (for|on) {date}.',
      '(Ordered|Bought) {date}.',
      'The (shop|site) (told me|said) it would (be here|arrive) on {date}.',
    ],
    amount: [
      'It (cost|came to) {amount}.',
      'I (paid|spent) {amount} (on it|for it|for that).',
      'That is {amount} (gone|of my money).',
    ],
    wish: [
      '(Please|Could you please) (find out|tell me) where it is.',
      'I (want|would like) it (sent again|replaced) (please|).',
      'Can (you|someone) (look into|check) (it|this)?',
      'When (will|does) it (come|arrive|get here)?',
    ],
  },
  defect: {
    subject: [
      '(Faulty|Broken|Defective) (item|product|device)',
      '(It|My purchase) (does not work|stopped working)',
      'Repair or replacement',
    ],
    problem: [
      "My {device} (does not|will not|won't) (switch|turn) on (any more|anymore|).",
      'The {device} (I bought from you|you sent me) (keeps|is) (cutting out|shutting down|freezing).',
      'I (have|own|use) (a|the) {device} and it (is broken|has stopped working|makes an awful noise).',
      '(It|The thing) (just|simply) (stopped|quit) working (overnight|after a few weeks|out of the blue).',
      'The screen of my {device} (stays|is) (black|blank).',
      'My {device} is (dead|faulty|playing up) (again|).',
    ],
    date: [
      'I (bought|got|received) it on {date}.',
      'It (was bought|arrived) on {date}.',
      'Date of purchase: {date}.',
      'I have had it (since|from) {date}.',
    ],
    amount: ['I paid {amount} for it.', 'It (was|cost me) {amount}, (so I expect it to last|not exactly cheap).'],
    wish: [
      'I (want|would like) (a replacement|it repaired|my money back).',
      '(Please|Could you) (send|get) me a new one.',
      'What (do I|can I) do (now|next)?',
      'Can it be repaired (under warranty|)?',
    ],
  },
  billing: {
    subject: ['(Wrong|Strange) (invoice|bill|charge)', 'Charged twice', 'Billing (problem|question)'],
    problem: [
      'You (have charged|charged|billed) me twice.',
      'My (last|latest) (bill|invoice) is (wrong|far too high).',
      "There is (a charge|a payment) on my (card|statement) that I (do not|don't) (recognise|recognize|understand).",
      'I (was|got) charged (for something I never ordered|after I cancelled).',
      'The (bill|invoice) does not (match|agree with) what (we|I) agreed.',
    ],
    date: [
      'The (money|payment) (was taken|left my account|went out) on {date}.',
      'It is dated {date}.',
      'I (cancelled|paid) on {date}.',
      'It shows on my statement (for|of|on) {date}.',
    ],
    amount: [
      'You (took|charged|debited) {amount}.',
      'It is about {amount}.',
      '{amount} (was|has been) (taken|debited) (from my card|).',
      'The amount is {amount}(, which is wrong|).',
      'I see {amount} (on my statement|there).',
    ],
    wish: [
      'I (want|would like) (it|the money) (back|refunded).',
      '(Please|Kindly) correct (it|the bill).',
      'Can you explain (this|that|the charge)?',
      'Please (refund|reimburse) me (soon|).',
    ],
  },
  access: {
    subject: ["(Cannot|Can't) (log|sign) in", 'Locked out', 'Login (problem|trouble)'],
    problem: [
      "I (cannot|can't) (log|sign) in (any more|anymore|to my account|).",
      "(I am|I'm) locked out of my account.",
      'The (site|app) (says|keeps saying) my (details|password) (are|is) (wrong|not valid).',
      'The (code|link) for (signing in|the login) never (comes|arrives).',
      'My account (has been|was) (blocked|suspended) (for no reason|).',
    ],
    date: ['It (started|began) on {date}.', 'It (last worked|still worked) on {date}.'],
    amount: ['There (is|are) {amount} of credit on it.', 'I (still|) have {amount} in (it|there).'],
    wish: [
      'Please (unlock|reopen) (it|my account).',
      'How do I get (back in|in again)?',
      'I need (access|to get in) (today|urgently|quickly).',
    ],
  },
  return: {
    subject: ['(Return|Refund)( not received|)', 'Where is my refund?', 'Sent it back'],
    problem: [
      'I (sent|have sent) (the|my) (order|item|shoes|jacket) back and (still have|there is still) no refund.',
      'I (want|would like) to (return|send back) (something|what I bought).',
      'My refund (never came|is missing|has not come).',
      'The (size|colour) was wrong(,| so) I returned it.',
      'You (have|) received my return (weeks|ages) ago and nothing (happened|happens).',
    ],
    date: [
      'I (sent|posted|returned) it on {date}.',
      '(It|The parcel) (reached you|was handed in) on {date}.',
      'It was bought on {date}.',
    ],
    amount: [
      'The refund (should|has to) be {amount}.',
      'You owe me {amount}.',
      '{amount} (is|are) still (missing|outstanding).',
      'I (am waiting|wait) for {amount}.',
    ],
    wish: [
      'When (will I get|do I get) my money?',
      'Please (send|pay) (the refund|it) (now|).',
      'Can you (check|confirm) (it|that|the refund)?',
    ],
  },
  visit: {
    subject: ['(Engineer|Technician) (did not come|never came)', 'Appointment', 'Missed appointment'],
    problem: [
      'Your (engineer|technician|fitter) (did not|never) (turn|show) up.',
      'I (waited|stayed) (in|at home) all day and (nobody|no one) came.',
      'I need to (move|change|rebook) my appointment.',
      'The (repair|installation) is (still not done|only half done).',
    ],
    date: [
      'The (visit|appointment) was (for|on|booked for) {date}.',
      '(He|The engineer) should have come on {date}.',
      'It was (set|agreed) for {date}.',
    ],
    amount: ['You (quoted|promised) {amount} for it.', 'I (already|) paid {amount} for the visit.'],
    wish: [
      '(Please|Could you) (give|send) me a new (date|appointment).',
      'When (is|will) (somebody|someone) (coming|come)?',
      'I (want|need) (it|this) done (this week|soon).',
    ],
  },
  internet: {
    subject: ['(No|Slow) internet', 'Connection (keeps dropping|down)', 'Broadband (down|problem)'],
    problem: [
      '(My|Our) (internet|connection|broadband|line) (keeps dropping|is down|is dead).',
      'The (wifi|internet) is (so|terribly|painfully) slow.',
      '(We|I) have no (internet|signal|connection) (at all|).',
      'The {device} (you sent|from you) (loses|drops) the connection (all the time|every hour).',
      "The red light on (the|my) {device} (will not|won't) go (out|away).",
    ],
    date: [
      '(It has been|It is) like this since {date}.',
      '(It|The trouble) (started|began) on {date}.',
      'Nothing (has worked|works) since {date}.',
    ],
    amount: ['I pay {amount} a month (for this|).', 'It costs me {amount} (every|each) month.'],
    wish: [
      '(Please|Can you) (fix|repair) (it|this).',
      'I (want|need) (it|the line) (working|back).',
      'Send (an engineer|somebody).',
    ],
  },
}
