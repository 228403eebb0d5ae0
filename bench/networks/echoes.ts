import type { Taken } from './loopback.ts'

/** What a network's webhook tells us of something that we sent through its API. */
export type Echo = { path: string; contentType: string; body: string }

/**
 * The echo of what a stand-in took, as the network documents it; undefined where it sends none. WhatsApp tells only that a
 * message of its API was sent, delivered and read; Amazon Connect writes to a stream.
 */
export function echoOf(taken: Taken): Echo | undefined {
  switch (taken.network) {
    case 'x':
      return json('/webhooks/x', taken.form === 'direct' ? xMessage(taken) : xPost(taken))
    case 'facebook':
      return json(
        '/webhooks/meta',
        notification('page', taken, taken.form === 'comment' ? feed(taken) : message(taken)),
      )
    case 'instagram':
      return json(
        '/webhooks/meta',
        notification('instagram', taken, taken.form === 'comment' ? reply(taken) : message(taken)),
      )
    case 'whatsapp':
      return json('/webhooks/meta', notification('whatsapp_business_account', taken, status(taken)))
    case 'twilio':
      return {
        path: '/webhooks/twilio/voice',
        contentType: 'application/x-www-form-urlencoded',
        body: `${callback(taken)}`,
      }
    default:
      return undefined
  }
}

const json = (path: string, body: object): Echo => ({
  path,
  contentType: 'application/json',
  body: JSON.stringify(body),
})

/** https://docs.x.com/x-api/enterprise-gnip-2.0/fundamentals/account-activity: what the account itself posts comes too. */
const xPost = ({ id, account, text, target, to = '2001', at }: Taken) => ({
  for_user_id: account,
  tweet_create_events: [
    {
      ...{ id_str: id, text, timestamp_ms: String(Date.parse(at)), user: { id_str: account, screen_name: 'us' } },
      ...(target !== undefined && { in_reply_to_status_id_str: target, in_reply_to_user_id_str: to }),
    },
  ],
})

const xMessage = ({ id, account, text, to = '', at }: Taken) => ({
  for_user_id: account,
  direct_message_events: [
    {
      ...{ type: 'message_create', id, created_timestamp: String(Date.parse(at)) },
      message_create: { sender_id: account, target: { recipient_id: to }, message_data: { text } },
    },
  ],
})

const notification = (object: string, { account, at }: Taken, event: object) => ({
  object,
  entry: [{ id: account, time: Date.parse(at), ...event }],
})

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed */
const feed = ({ id, account, text, target = '', at }: Taken) => ({
  changes: [
    {
      field: 'feed',
      value: {
        ...{
          item: 'comment',
          verb: 'add',
          comment_id: id,
          parent_id: target,
          post_id: `${account}_${target.split('_')[0]}`,
        },
        ...{ from: { id: account, name: 'Us' }, message: text, created_time: Math.floor(Date.parse(at) / 1000) },
      },
    },
  ],
})

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/instagram/#comments */
const reply = ({ id, account, text, target }: Taken) => ({
  changes: [
    {
      field: 'comments',
      value: { id, text, parent_id: target, from: { id: account, username: 'us' }, media: { id: 'p1' } },
    },
  ],
})

/** https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-echoes */
const message = ({ id, account, text, to = 'the author', at }: Taken) => ({
  messaging: [
    {
      ...{ sender: { id: account }, recipient: { id: to }, timestamp: Date.parse(at) },
      message: { mid: id, is_echo: true, app_id: 1_517_776_481, text },
    },
  ],
})

/** https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components#statuses-object */
const status = ({ id, account, to, at }: Taken) => ({
  changes: [
    {
      field: 'messages',
      value: {
        ...{
          messaging_product: 'whatsapp',
          metadata: { display_phone_number: '442079460999', phone_number_id: account },
        },
        statuses: [{ id, status: 'sent', timestamp: String(Math.floor(Date.parse(at) / 1000)), recipient_id: to }],
      },
    },
  ],
})

/** https://www.twilio.com/docs/voice/api/call-resource#statuscallback; the first leg is the call to our own line. */
const callback = ({ id, account, target = '', at }: Taken): URLSearchParams => {
  const [from = '', to = ''] = target.split(' ')
  const call = {
    CallSid: id,
    AccountSid: account,
    From: from,
    To: to,
    CallStatus: 'completed',
    Direction: 'outbound-api',
  }
  return new URLSearchParams({ ...call, CallDuration: '60', Timestamp: new Date(at).toUTCString() })
}
