import type { Topic } from '../event.ts'
import { englishPurchases } from './english-purchases.ts'
import type { TopicPhrases } from './phrases.ts'

export const englishTopics: Readonly<Record<Topic, TopicPhrases>> = {
  ...englishPurchases,
  broken: {
    subject: [
      '{product} stopped working',
      'Faulty {product}',
      'Repair or replacement',
      'Problem with my {product}',
      'Broken after two months',
    ],
    opener: [
      'My {product} stopped working {yesterday|this morning|at the weekend}, for no reason that I can see.',
      'The {product} which I bought from you on {date} is broken.',
      'I am having trouble with my {product}: it switches itself off after a minute.',
      'When I unpacked the {product} there was a crack right across the front.',
    ],
    story: [
      'It makes a clicking sound, then the light goes out, and nothing happens after that.',
      'I tried another socket, another cable and leaving it unplugged overnight.',
      'There is a smell of hot plastic, so I no longer dare to leave it on.',
      'It has been used normally, {twice a day|a few times a week}, and never been dropped.',
      'The guarantee runs for two years, and I have had it for less than one.',
    ],
    ask: [
      'Please tell me how to get it repaired or exchanged.',
      'I would like a replacement, please.',
      'Could somebody call me about this?',
    ],
    short: [
      'My {product} died after {two|three} months. Is that normal?',
      'Careful with the {product}, mine started smoking today.',
      'Second {product} in a year that gives up. Any advice?',
      'The {product} just shows {error} and does nothing.',
    ],
    answer: [
      'What you describe sounds like a worn thermal switch, which is covered by the guarantee.',
      'Please stop using it for now. We will exchange it, and you do not need to send the old one back first.',
      'Our workshop has seen this fault in a small batch, and we have a fix for it.',
    ],
  },
  login: {
    subject: [
      'Cannot log in',
      'Locked out of my account',
      'Password reset does not work',
      'Login problem',
      'Error {error} when signing in',
    ],
    opener: [
      'I cannot log in to my account any more.',
      'Since {the last update|Monday|yesterday} your app refuses my password.',
      'The email to reset my password never arrives.',
      'Every time I sign in I get {error} and have to start from the beginning.',
    ],
    story: [
      'I have tried it on my phone, on my tablet and on a computer at work.',
      'The link in the message says that it has expired, one minute after it was sent.',
      'I am certain that the password is right, because it is written down in front of me.',
      'I changed my email address in the spring, perhaps it has to do with that.',
    ],
    ask: [
      'Please unlock my account or tell me how to do it.',
      'Can you set a new password for me?',
      'What else can I try?',
    ],
    short: [
      'App has logged me out and will not let me back in. Anyone else?',
      'Password reset mails are not arriving, third try today.',
      'Getting {error} on login since this morning.',
    ],
    answer: [
      'Your account was locked after several attempts from a new device. I have unlocked it.',
      'The reset message was rejected by your mail provider, so I have sent it again from another address.',
      'There was a fault in the app that signed people out; the version of today puts it right.',
    ],
  },
  outage: {
    subject: [
      'No connection since this morning',
      'Outage?',
      'Service down in {postcode}',
      'Everything offline',
      'Internet down again',
    ],
    opener: [
      "Nothing has been working here since {six o'clock this morning|last night|noon}.",
      'Is there an outage in {postcode}? All my devices are offline.',
      'For the third time this month your service is down.',
      'The router shows a red light and the app says {error}.',
    ],
    story: [
      'I restarted everything twice, in the order that your help page asks for.',
      'I work from home, and without a connection I lose a day.',
      'My neighbour has the same problem, so it cannot be my equipment.',
      'Your status page says that all is well, which it clearly is not.',
    ],
    ask: [
      'When will it work again?',
      'Please tell me whether you know about it and how long it will take.',
      'I expect the lost days to be taken off my bill.',
    ],
    short: [
      'Down again in {postcode}. Any idea when it is back?',
      'Is it just me or is everything offline?',
      'No service since {last night|six this morning}. Status page all green, of course.',
      'Red light, {error}, no internet. Help?',
    ],
    answer: [
      'There is a fault at a distribution point in your area, and our engineers are on site.',
      'A power cut damaged our equipment nearby. Most customers are connected again.',
      'I can see that your line came back this morning. Please restart the router once more.',
    ],
  },
  cancellation: {
    subject: ['Cancellation', 'Please cancel my contract', 'End of subscription', 'Cancel order {order}', 'Notice'],
    opener: [
      'I would like to cancel my contract at the next possible date.',
      'Please cancel my order for the {product}, I do not need it any more.',
      'I gave notice on {date} and have had no confirmation so far.',
    ],
    story: [
      'We are moving in with my daughter, who has everything already.',
      'I found the same elsewhere for a good deal less.',
      'The button to cancel on your website leads back to the first page.',
      'It has nothing to do with your service, our circumstances have changed.',
    ],
    ask: [
      'Please confirm in writing.',
      'Tell me the last day and the final amount, please.',
      'Kindly stop all further payments.',
    ],
    short: [
      'How do I cancel? The button on your site goes in circles.',
      'Trying to leave {brand} is harder than it should be.',
      'Cancelled weeks ago, still being charged.',
    ],
    answer: [
      'I am sorry to see you go. Your contract ends at the end of next month.',
      'Your order is cancelled, and you will not be charged for it.',
      'We do have your notice; the confirmation went to an old address.',
    ],
  },
  praise: {
    subject: ['Thank you', 'Great service', 'A compliment', 'Very happy with my {product}', 'Well done'],
    opener: [
      'I just wanted to say thank you for the quick help with my {product}.',
      'The {product} arrived a day early and works beautifully.',
      'Your colleague on the phone was wonderful yesterday.',
    ],
    story: [
      'She took the time to explain everything and even rang back to see whether it had worked.',
      'I have recommended you to two friends already.',
      'It is rare these days that something simply does what it should.',
    ],
    ask: ['Please pass my thanks on.', 'Keep it up!', 'No reply needed.'],
    short: [
      'Big thanks to the people at {brand}, sorted within the hour!',
      'My new {product} is a joy. Well done.',
      'Honestly the best customer service I have had in {years|ages}.',
    ],
    answer: [
      'What a lovely message to start the day with. I have shared it with the whole team.',
      'Thank you for taking the time to write, we do not get to read this every day.',
    ],
  },
  question: {
    subject: [
      'Question about the {product}',
      'A quick question',
      'Before I buy',
      'Is the {product} suitable?',
      'Information please',
    ],
    opener: [
      'I am thinking of buying the {product} and have a question.',
      'Could you tell me whether the {product} works without the app?',
      'Is there a spare part for the {product}?',
      'Do you deliver the {product} to islands?',
    ],
    story: [
      'I looked at the data sheet, but it does not say.',
      'It is for my mother, who needs something that is easy to use.',
      'The shop in town could not tell me either.',
    ],
    ask: ['I would be glad of a short answer.', 'What would you recommend?', 'Thank you for any advice.'],
    short: [
      'Does the {product} work without wifi?',
      'When will the {product} be back in stock?',
      'Which is quieter, the {product} or the older one?',
    ],
    answer: [
      'Yes, it works without the app; you only lose the timer.',
      'The spare part can be ordered, and fitting it takes five minutes with a screwdriver.',
      'It will be back in stock in about two weeks.',
    ],
  },
}
