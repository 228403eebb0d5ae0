import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { x } from '../../../core/channels/social/x.ts'
import { contactId } from '../../../core/contact/contact-id.ts'
import { joinStates, stateOf } from '../../../core/contact/contact-state.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { contactsIn, fixtures, jsonPayload, onlyContact, payloadOf, xSource } from '../payloads.ts'

const parse = (body: string | Uint8Array) => x.parse(payloadOf(body), xSource)
const parseJson = (body: unknown) => x.parse(jsonPayload(body), xSource)

const fixture = (name: string): Uint8Array => {
  const found = fixtures('social/x').find(known => known.name === name)
  if (found === undefined) throw new Error(`no fixture ${name}`)
  return found.body
}

describe('X account activity', () => {
  test.each(fixtures('social/x'))('$name', async ({ body, expected }) => {
    expect(await parse(body)).toMatchObject(Object(expected))
  })

  test('an edit is a later revision of the same contact, in either order, at the time of the original', async () => {
    const original = await onlyContact(parse(fixture('mention.json')))
    const edited = await onlyContact(parse(fixture('edited.json')))
    const views = [joinStates(stateOf(original), stateOf(edited)), joinStates(stateOf(edited), stateOf(original))].map(
      viewContact,
    )
    expect(views[0]).toEqual(views[1])
    expect(views[0]).toMatchObject({ id: original.id, revision: 1, text: '@example_shop hello again' })
  })

  test("the company's reply answers the mention, and is addressed to its author", async () => {
    const mention = await onlyContact(parse(fixture('mention.json')))
    const reply = await onlyContact(parse(fixture('own-reply.json')))
    expect(reply.answers).toBe(mention.id)
    expect(reply.to[0]?.identifier).toEqual(mention.from.identifier)
  })

  test('a deletion names the contact that the post was', async () => {
    const posted = await onlyContact(parse(fixture('own-post.json')))
    expect(await parse(fixture('deleted-post.json'))).toMatchObject([{ deletion: { contactId: posted.id } }])
  })

  test('two subscribed accounts that are mentioned in one post have a contact each', async () => {
    const text = new TextDecoder().decode(fixture('mention.json'))
    const other = await onlyContact(parse(text.replace('"for_user_id": "1000"', '"for_user_id": "1001"')))
    expect(other.id).toBe(contactId('x:1001', '2028000000000000001'))
    expect(other.id).not.toBe((await onlyContact(parse(text))).id)
  })

  test('a text longer than the normal form allows is cut, and says so', async () => {
    const user = { id_str: '1', screen_name: 'dave' }
    const body = { for_user_id: '1000', tweet_create_events: [{ id_str: '9', user, full_text: '😀'.repeat(40_000) }] }
    const contact = await onlyContact(parseJson(body))
    expect(contact.truncated).toBe(true)
    expect(contact.text.isWellFormed()).toBe(true)
    expect(contact.text.length).toBeLessThanOrEqual(65_536)
  })

  test('the words are those that were typed: X escapes three characters, once', async () => {
    const user = { id_str: '1', screen_name: 'dave' }
    const post = { id_str: '9', user, text: '1 &lt; 2 &amp;&amp; 3 &gt; 2, &amp;lt; is an entity' }
    const contact = await onlyContact(parseJson({ for_user_id: '1000', tweet_create_events: [post] }))
    expect(contact.text).toBe('1 < 2 && 3 > 2, &lt; is an entity')
  })

  test('a thousand events are read, one more sets the payload aside', async () => {
    const events = (count: number) => ({
      for_user_id: '1000',
      favorite_events: Array.from({ length: count }, () => ({})),
    })
    expect(await parseJson(events(1000))).toHaveLength(1000)
    expect(await parseJson(events(1001))).toMatchObject([{ type: 'set-aside' }])
  })

  test('any JSON ends as findings, the same each time', async () => {
    const names = [
      'for_user_id',
      'tweet_create_events',
      'direct_message_events',
      'tweet_delete_events',
      'users',
      'user',
      'id_str',
      'id',
    ]
    const more = [
      'message_create',
      'message_data',
      'sender_id',
      'text',
      'entities',
      'urls',
      'status',
      'edit_history',
      'extended_tweet',
    ]
    const key = fc.constantFrom(...names, ...more)
    const { any } = fc.letrec(tie => ({
      any: fc.oneof({ depthSize: 'medium' }, fc.string(), fc.integer(), fc.constant(null), tie('list'), tie('object')),
      list: fc.array(tie('any'), { maxLength: 3 }),
      object: fc.dictionary(key, tie('any'), { maxKeys: 6 }),
    }))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          any.map(value => JSON.stringify(value)),
          fc.string(),
        ),
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
