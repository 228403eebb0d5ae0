/**
 * No function asks for an answer in events (S3 Select, ConverseStream), but the clients that could carry how to read
 * them. Bundles take this in place of `@smithy/core/event-streams`: making a client works as ever, reading events throws.
 */
export const eventStreamSerdeProvider = () => new EventStreamSerde()

export const resolveEventStreamSerdeConfig = <Config extends object>(config: Config): Config => config

export class EventStreamSerde {
  serialize = unread
  deserialize = unread
}

export class EventStreamCodec {
  encode = unread
  decode = unread
}

export const iterableToReadableStream = unread
export const readableStreamToIterable = unread

function unread(): never {
  throw new Error('functions read no event streams: see functions/kit/no-event-streams.ts')
}
