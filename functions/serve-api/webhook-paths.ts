import * as z from 'zod'
import { contactInputSchema, deletionInputSchema } from '../../core/channels/normal-form/contact-input.ts'
import type { JsonSchema, JsonSchemas } from '../kit/http/json-schemas.ts'

const form = 'application/x-www-form-urlencoded'
const signed = (type: string, header: string) => ({ type: 'apiKey', in: 'header', name: header, description: type })

/** How senders of webhooks prove themselves, for the document's security schemes. */
export const webhookSecurity = {
  twilioSignature: signed('HMAC-SHA1 of the address and the sorted form fields', 'x-twilio-signature'),
  metaSignature: signed('sha256=<hex HMAC-SHA256 of the body>', 'x-hub-signature-256'),
  xSignature: signed('sha256=<base64 HMAC-SHA256 of the body>', 'x-twitter-webhooks-signature'),
  throughlineSignature: signed(
    't=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">, at most five minutes old',
    'x-throughline-signature',
  ),
}

const answers = {
  200: { description: 'Stored' },
  202: { description: 'Stored, though it could not be understood; it is set aside' },
  401: { $ref: '#/components/responses/Problem' },
}

const delivery = (summary: string, scheme: keyof typeof webhookSecurity, mediaType: string, schema: object) => ({
  summary,
  security: [{ [scheme]: [] }],
  requestBody: { required: true, content: { [mediaType]: { schema } } },
  responses: answers,
})

const challenge = (summary: string, parameters: string[]) => ({
  summary,
  security: [],
  parameters: parameters.map(name => ({ name, in: 'query', required: true, schema: { type: 'string' } })),
  responses: { 200: { description: 'The challenge, answered' }, 403: { $ref: '#/components/responses/Problem' } },
})

const object = { type: 'object' }

const itemSchema = z.union([contactInputSchema, deletionInputSchema]).meta({ id: 'ContactInput' })

/** What receive-webhook answers. */
export const webhookPaths = (schemas: JsonSchemas): Record<string, JsonSchema> => ({
  '/webhooks/twilio/voice': {
    post: delivery('Twilio call status callbacks', 'twilioSignature', form, {
      type: 'object',
      properties: { CallSid: { type: 'string' } },
      required: ['CallSid'],
    }),
  },
  '/webhooks/meta': {
    get: challenge('Meta verifies the address', ['hub.mode', 'hub.verify_token', 'hub.challenge']),
    post: delivery('Facebook, Instagram and WhatsApp events', 'metaSignature', 'application/json', object),
  },
  '/webhooks/x': {
    get: challenge('X verifies the address (CRC)', ['crc_token']),
    post: delivery('X account activity', 'xSignature', 'application/json', object),
  },
  '/webhooks/contacts/{source}': {
    parameters: [{ name: 'source', in: 'path', required: true, schema: { type: 'string' } }],
    post: delivery(
      'Contacts in the normal form, one or many, of any system; ids are the system’s own',
      'throughlineSignature',
      'application/json',
      schemas.input(z.union([itemSchema, z.array(itemSchema)])),
    ),
  },
})
