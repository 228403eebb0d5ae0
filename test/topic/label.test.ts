import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LabelText, labelsOf } from '../../core/topic/label.ts'
import { masked, namesOf } from '../../core/topic/personal.ts'
import { makeTexts } from './made.ts'

const personal = {
  names: fc.constantFrom('Zebulon', 'Philippa', 'Okonkwo', 'Wintergreen', 'Quillfeather'),
  street: fc.constantFrom('Bramblewick Lane', 'Oystergate', 'Fennimore Road'),
  mail: fc.constantFrom('zeb@example.com', 'p.okonkwo@example.org'),
  phone: fc.constantFrom('+44 20 7946 0123', '020 7946 0999', '0151-55555'),
  handle: fc.constantFrom('@zebulon_x', '@phil.ippa@social.example'),
}

const shown = (labels: ReturnType<typeof labelsOf>): string =>
  [...labels.values()].flatMap(({ terms, example }) => [...terms, example]).join(' ')

describe('labels', () => {
  it('never hold personal data, known from the record or not', () => {
    fc.assert(
      fc.property(fc.array(fc.record(personal), { minLength: 24, maxLength: 24 }), people => {
        const texts = makeTexts(24).map(({ text, author, about }, at): LabelText => {
          const who = people[at] ?? people[0]
          // The name is in the record; the street is in nobody's, and belongs to two people at most.
          const street = at < 2 ? `, I live at ${who?.street}` : ''
          const whole = `${text}. ${who?.names} here, ${who?.mail} or ${who?.phone}, ${who?.handle}${street}`
          const names = [who?.names.toLowerCase() ?? '']
          return { text: masked(whole, names), author, names, topic: about }
        })
        const all = shown(labelsOf(texts))
        expect(all).not.toMatch(/zebulon|philippa|okonkwo|wintergreen|quillfeather|bramblewick|oystergate|fennimore/i)
        expect(all).not.toMatch(/@|\d|example\.(com|org)/)
      }),
      { numRuns: 20 },
    )
  })

  it('do not tell a name that another author only mentions', () => {
    const texts = makeTexts(24).map(({ text, author, about }, at): LabelText => {
      const names = at === 0 ? ['marigold'] : []
      return { text: `${text}, I spoke to Marigold`, author, names, topic: about }
    })
    expect(shown(labelsOf(texts))).not.toMatch(/marigold/i)
  })

  it('say what the topic is about', () => {
    const labels = labelsOf(makeTexts(64).map(one => ({ ...one, names: [], topic: one.about })))
    expect(labels.get('invoice')?.terms.join(' ')).toMatch(/invoice|bill/)
    expect(labels.get('router')?.example).toMatch(/router|modem|internet|wifi/)
  })

  it.each([
    ["Bonjour, j'ai besoin d'une facture, était-elle envoyée ? Merci", ['besoin', 'facture', 'elle', 'envoyée']],
    ['Hallo, können Sie für meine Rechnung noch die Adresse ändern, bitte', ['rechnung', 'adresse', 'ändern']],
    [
      "Hello, we're told you don't ship, isn't that odd? It's the customer's van",
      ['told', 'ship', 'odd', 'van', "customer's"],
    ],
  ])('are not of small words: %s', (text, telling) => {
    const texts = ['ann', 'bob', 'cem'].map((author): LabelText => ({ text, author, names: [], topic: 'one' }))
    const words =
      labelsOf(texts)
        .get('one')
        ?.terms.flatMap(term => term.split(' ')) ?? []
    expect(words.filter(one => !telling.includes(one))).toEqual([])
  })
})

describe('masking', () => {
  it('takes out what identifies, and leaves the rest', () => {
    const text = 'Alice (+44 20 7946 0123, a@example.com, https://example.com/x) asks about order 4471-882'
    expect(masked(text, ['alice']).match(/\p{L}+/gu)).toEqual(['asks', 'about', 'order'])
  })

  it('knows the names and handles of everybody the record names', () => {
    const party = (name: string, handle?: string) => ({
      identifier: { type: 'email' as const, value: 'x@example.com' },
      name,
      ...(handle !== undefined && { handle }),
    })
    expect(namesOf({ from: party('Alice van Dyke', '@alice_d'), to: [party('Bob')] })).toEqual([
      ...['alice', 'van', 'dyke', 'alice', 'bob'],
    ])
  })
})
