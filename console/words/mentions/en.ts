/** What the screen of mentions says, in English. */
export const mentionsEn = {
  'mentions.title': 'Mentions',
  'mentions.about': 'What is said in public and waits for us, what is due first first.',
  'mentions.networks': 'Network',
  'mentions.all': 'All',
  'mentions.loading': 'Loading mentions',
  'mentions.empty': 'Nobody waits for an answer in public',
  'mentions.empty-network': 'Nobody waits on {network}',
  'mentions.empty-about': 'New mentions appear here by themselves.',
  'mentions.post-loading': 'Loading the post',
  'mentions.no-post': 'The post is no longer there, or stands further back in the conversation.',
  'mentions.answer': 'Answer',
  'mentions.more-in-matter': '{count} contacts in this matter',
  'mentions.keys': 'j and k move, e resolves, a takes, r answers.',
  'mentions.spam': 'Spam',
  'mentions.with': 'with {name}',
} as const
