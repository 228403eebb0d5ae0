import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meta } from '../../../core/channels/social/meta.ts'
import { deleteState, joinStates, stateOf } from '../../../core/contact/contact-state.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { contactsIn, fixtures, jsonPayload, metaSource, onlyContact, payloadOf } from '../payloads.ts'

const parse = (body: string | Uint8Array) => meta.parse(payloadOf(body), metaSource)
const parseJson = (body: unknown) => meta.parse(jsonPayload(body), metaSource)

const contactOf = async (name: string) => {
  const found = fixtures('social/meta').find(known => known.name === name)
  return onlyContact(parse(found?.body ?? ''))
}

describe("Meta's notifications", () => {
  test.each(fixtures('social/meta'))('$name', async ({ body, expected }) => {
    expect(await parse(body)).toMatchObject(Object(expected))
  })

  test.each([
    ['comment.json', 'comment-edited.json', 'When do you open tomorrow?'],
    ['message.json', 'message-edited.json', 'my mail is alice@example.org'],
    ['whatsapp-text.json', 'whatsapp-edit.json', 'hi there'],
  ])('%s and its edit are one contact, in either order', async (original, edit, text) => {
    const states = [await contactOf(original), await contactOf(edit)].map(stateOf)
    const views = [states, states.toReversed()].map(order => viewContact(order.reduce(joinStates)))
    expect(views[0]).toEqual(views[1])
    expect(views[0]?.text).toBe(text)
  })

  test('a removed comment is deleted, whether the removal comes before or after it', async () => {
    const comment = stateOf(await contactOf('comment.json'))
    const [removal] = await parse(
      fixtures('social/meta').find(({ name }) => name === 'comment-removed.json')?.body ?? '',
    )
    expect(removal).toMatchObject({ deletion: { contactId: comment.parts[0]?.id } })
    expect(viewContact(deleteState(comment, '2026-03-02T10:06:40.000Z')).text).toBe('')
  })

  test.each([
    ['own-reply.json', 'comment.json'],
    ['echo.json', 'message.json'],
    ['instagram-own-reply.json', 'instagram-comment.json'],
  ])('%s answers %s', async (reply, question) => {
    expect((await contactOf(reply)).answers).toBe((await contactOf(question)).id)
  })

  test('the same person writes under one id in comments and in messages of a Page', async () => {
    expect((await contactOf('comment.json')).from.identifier).toEqual((await contactOf('message.json')).from.identifier)
  })

  test('several entries, and a list of notifications, are read event by event', async () => {
    const change = { field: 'feed', value: { item: 'like', verb: 'add' } }
    const one = {
      object: 'page',
      entry: [
        { id: '1', time: 1, changes: [change, change] },
        { id: '2', changes: [change] },
      ],
    }
    expect(await parseJson([one, one])).toHaveLength(6)
  })

  test('a thousand events are read, one more sets the payload aside', async () => {
    const changes = (length: number) =>
      Array.from({ length }, () => ({ field: 'feed', value: { item: 'like', verb: 'add' } }))
    const body = (length: number) => ({ object: 'page', entry: [{ id: '1', changes: changes(length) }] })
    expect(await parseJson(body(1000))).toHaveLength(1000)
    expect(await parseJson(body(1001))).toMatchObject([{ type: 'set-aside' }])
  })

  test('any JSON ends as findings, the same each time', async () => {
    const names = [
      'object',
      'entry',
      'id',
      'changes',
      'field',
      'value',
      'messaging',
      'message',
      'mid',
      'text',
      'sender',
      'from',
    ]
    const more = [
      'item',
      'verb',
      'comment_id',
      'post_id',
      'metadata',
      'phone_number_id',
      'messages',
      'timestamp',
      'attachments',
    ]
    const words = fc.constantFrom(
      'page',
      'instagram',
      'whatsapp_business_account',
      'feed',
      'comments',
      'messages',
      'comment',
      'add',
    )
    const { any } = fc.letrec(tie => ({
      any: fc.oneof({ depthSize: 'medium' }, words, fc.integer(), fc.constant(null), tie('list'), tie('object')),
      list: fc.array(tie('any'), { maxLength: 3 }),
      object: fc.dictionary(fc.constantFrom(...names, ...more), tie('any'), { maxKeys: 6 }),
    }))
    const value = fc.record({
      metadata: fc.record({ phone_number_id: words }),
      messages: fc.array(any),
      from: any,
      item: words,
      id: any,
    })
    const entry = fc.record({
      id: words,
      changes: fc.array(fc.record({ field: words, value: fc.oneof(value, any) })),
      messaging: fc.array(any),
    })
    const notification = fc.record({ object: words, entry: fc.array(fc.oneof(entry, any), { maxLength: 3 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(notification, any).map(body => JSON.stringify(body)),
        async body => {
          const findings = await parse(body)
          expect(findings.length).toBeGreaterThan(0)
          expect(await parse(body)).toEqual(findings)
          contactsIn(findings)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
