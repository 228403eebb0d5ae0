import type { Topic } from '../event.ts'
import type { TopicPhrases } from './phrases.ts'

export const englishPurchases: Readonly<Record<Extract<Topic, 'delivery' | 'billing' | 'returns'>, TopicPhrases>> = {
  delivery: {
    subject: [
      'Where is my {product}?',
      'Parcel not arrived',
      'Delivery of order {order}',
      'Still waiting for my delivery',
      'Missing parcel',
    ],
    opener: [
      'I ordered a {product} from you on {date}, and it has still not arrived.',
      'My {product} was meant to be here {days ago|last week}, but there is no sign of it.',
      'According to the tracking page my parcel was delivered {yesterday|on Tuesday}, only I never received anything.',
      'I am writing about a parcel that seems to have got lost on its way to me.',
    ],
    story: [
      'The tracking page has said "on its way" {for five days|since last week} without any change.',
      'I stayed at home the whole {day|morning} waiting for the driver, and nobody rang the bell.',
      'I asked both neighbours and looked behind the bins, but there is no parcel anywhere.',
      'It was supposed to be a birthday present, so the timing could hardly be worse.',
      'The carrier says it is waiting for instructions from you, and you say it is with the carrier.',
    ],
    ask: [
      'Could you please find out where it is {and when it will come|and let me know}?',
      'Please either send it again or give me my money back.',
      'When can I expect it?',
    ],
    short: [
      'Ordered a {product} {ten days|two weeks} ago and it still has not turned up. What is going on?',
      'Your tracking says delivered. My doormat says otherwise.',
      'Third delivery slot missed this week. Does anybody check these?',
      'Where is my parcel please?',
    ],
    answer: [
      'I have checked with the carrier: your parcel is held at their depot because the label was damaged in the rain.',
      'Your order left our warehouse on time, but the carrier sorted it into the wrong van and it went back to the depot.',
      'I have asked the carrier to look for the parcel, which usually takes two working days.',
    ],
  },
  billing: {
    subject: [
      'Question about invoice {invoice}',
      'Charged twice',
      'Wrong amount on my bill',
      'Invoice {invoice}',
      'Payment problem',
    ],
    opener: [
      'You have charged me {amount} on {date}, and I do not know what for.',
      'On my latest bill there is a charge of {amount} that I cannot explain.',
      'It looks as if I have been charged twice for the same {order|purchase|month}.',
      'I have a question about the bill that came {this week|yesterday}.',
    ],
    story: [
      'The confirmation I was sent names a different sum from the one taken from my account.',
      'I cancelled the extra cover in {January|December}, and it is still on the bill.',
      'My bank tells me the payment went through both times, four minutes apart.',
      'The discount that was advertised on your website does not appear anywhere.',
      'I would have expected at least a note before the price goes up.',
    ],
    ask: [
      'Please check this and correct the bill.',
      'Could you explain the charge, or refund it if it was a mistake?',
      'I would like the money back on the same card, please.',
    ],
    short: [
      'Why have I been charged twice this month?',
      'Your prices went up without a word. Not impressed.',
      'Got a bill for something I returned {weeks|a month} ago.',
      'Is anybody in your billing department awake today?',
    ],
    answer: [
      'You are right: the payment was taken twice because our payment provider had a fault that evening.',
      'The difference comes from delivery, which is shown on a separate line at the end of the bill.',
      'I have looked at your account, and the extra cover was indeed not removed when it should have been.',
    ],
  },
  returns: {
    subject: [
      'Return of order {order}',
      'Refund not received',
      'I would like to return the {product}',
      'Return label',
      'Where is my refund?',
    ],
    opener: [
      'I sent the {product} back to you on {date} and have not heard anything about my money.',
      'I would like to return the {product} that I bought from you.',
      'Two weeks ago I returned my order, and the refund of {amount} has not arrived.',
      'The return label that you sent me cannot be opened.',
    ],
    story: [
      'It is simply too large for our kitchen, otherwise there is nothing wrong with it.',
      'The post office gave me a receipt, so I can prove that it was handed over.',
      'Your website says five working days, and it has been {eleven|twelve|fifteen}.',
      'I have used it once, cleaned it and packed it as it came.',
      'The colour is quite different from the picture in the shop.',
    ],
    ask: [
      'Please confirm that it has arrived and tell me when the refund will be made.',
      'Could you send me a new label, please?',
      'What do I need to do next?',
    ],
    short: [
      'Sent a {product} back {three weeks|a month} ago. Refund? What refund?',
      'How do I return something if the label does not open?',
      'Do you actually process returns, or just collect them?',
    ],
    answer: [
      'Your return reached our warehouse, but it was booked in without the order number and had to be matched by hand.',
      'I have made a new label for you; it is valid for fourteen days at any parcel shop.',
      'The refund was released this morning and usually shows after three banking days.',
    ],
  },
}
