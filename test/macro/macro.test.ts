import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Macro, macroActions, macroSchema } from '../../core/macro/macro.ts'
import { type MacroValues, renderMacro } from '../../core/macro/render.ts'
import { placeholdersIn, variableError, variableNames } from '../../core/macro/variables.ts'

const macroOf = (...variants: Macro['variants']): Macro => ({ v: 1, id: 'late', name: 'Late', variants, active: true })
const said = (text: string) => ({ text, asserted: false })
const values: MacroValues = {
  'customer.firstName': said('Alice'),
  brand: said('Kettles'),
  'conversation.reference.order': { text: '4471882', asserted: true },
}
const render = (text: string, known = values) =>
  renderMacro(macroOf({ language: 'en', text }), { language: 'en', channel: 'email', values: known })

describe('a macro', () => {
  test.each([
    ['Hello {{customer.firstName}} of {{ brand }}', 'Hello Alice of Kettles', []],
    ['Hello {{customer.name|there}}', 'Hello there', []],
    ['Hello {{customer.name|}}!', 'Hello !', []],
    ['Hello {{customer.name}}', 'Hello {{customer.name}}', [{ variable: 'customer.name', why: 'unknown' }]],
    [
      'Order {{conversation.reference.order}}, {{conversation.reference.order}}',
      'Order {{conversation.reference.order}}, {{conversation.reference.order}}',
      [{ variable: 'conversation.reference.order', why: 'not-confirmed' }],
    ],
    ['Order {{conversation.reference.order|of yours}}', 'Order of yours', []],
  ])('%j says %j', (text, wanted, missing) => {
    expect(render(text)).toEqual({ language: 'en', text: wanted, missing })
  })

  test('fills the subject too, and says once what is missing', () => {
    const macro = macroOf({ language: 'en', text: '{{agent.name}}', subject: '{{brand}}: {{agent.name}}' })
    expect(renderMacro(macro, { language: 'en', channel: 'email', values })).toMatchObject({
      subject: 'Kettles: {{agent.name}}',
      missing: [{ variable: 'agent.name' }],
    })
  })

  test('a value is text: what looks like a variable in it is none', () => {
    expect(render('Hello {{customer.firstName}}', { 'customer.firstName': said('{{brand}} $& $1') })?.text).toBe(
      'Hello {{brand}} $& $1',
    )
  })

  const anyValue = fc.record({ text: fc.string({ maxLength: 20 }), asserted: fc.boolean() })
  const anyValues = fc.dictionary(fc.constantFrom(...variableNames), anyValue)
  const part = fc.oneof(
    fc.constantFrom('Hello ', ' and ', '. '),
    fc.constantFrom(...variableNames).map(name => `{{${name}}}`),
    fc.constantFrom(...variableNames).map(name => `{{${name}|something}}`),
  )

  test('nothing that crosses an unproven link is ever in it', () => {
    const marked = fc.dictionary(
      fc.constantFrom(...variableNames),
      fc.boolean().map(asserted => ({ text: asserted ? 'SECRET' : 'known', asserted })),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), marked, (parts, known) => {
        expect(render(parts.join(''), known)?.text).not.toContain('SECRET')
      }),
    )
  })

  test('it is whole exactly when nothing is missing', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), anyValues, (parts, known) => {
        const plain = Object.fromEntries(
          Object.entries(known).map(([name, value]) => [name, { ...value, text: value.text.replace(/[{}]/g, '') }]),
        )
        const rendered = render(parts.join(''), plain)
        expect(placeholdersIn(rendered?.text ?? '').length === 0).toBe(rendered?.missing.length === 0)
      }),
    )
  })
})

describe('of the variants', () => {
  const macro = macroOf(
    { language: 'en', text: 'all' },
    { language: 'en', channel: 'social', text: 'short' },
    { language: 'de', text: 'deutsch' },
    { language: 'pt-BR', text: 'brasil' },
    { language: 'fr-CA', channel: 'phone', text: 'canada' },
  )
  test.each([
    ['en', 'email', 'all'],
    ['en', 'social', 'short'],
    ['de-AT', 'email', 'deutsch'],
    ['DE', 'email', 'deutsch'],
    ['pt', 'email', 'brasil'],
    ['pt-PT', 'email', 'brasil'],
    ['it', 'email', 'all'],
    ['it', 'social', 'short'],
    ['fr', 'email', 'all'],
    ['fr', 'phone', 'canada'],
    [undefined, 'email', 'all'],
  ] as const)('%s on %s gets %s', (language, channel, wanted) => {
    expect(renderMacro(macro, { language, channel, values })?.text).toBe(wanted)
  })

  test('none for another channel is taken', () => {
    const phone = macroOf({ language: 'en', channel: 'phone', text: 'spoken' })
    expect(renderMacro(phone, { language: 'en', channel: 'email', values })).toBeUndefined()
  })
})

describe('saving', () => {
  test.each([
    ['Hello {{customer.name|there}}', undefined],
    ['Hello { world }', undefined],
    ['Hello {{customer.shoeSize}}', 'known are customer.name'],
    ['Hello {{toString}}', 'known are'],
    ['Hello {{customer.name', 'braces'],
    ['Hello {{}}', 'braces'],
    ['Hello {{customer.name|a|b}}', 'braces'],
  ])('%j', (text, wanted) => {
    const error = variableError(text)
    if (wanted === undefined) expect(error).toBeUndefined()
    else expect(error).toContain(wanted)
  })

  test.each([
    [
      'two of one language and channel',
      [
        { language: 'en', text: 'a' },
        { language: 'EN', text: 'b' },
      ],
    ],
    ['no language', [{ language: 'e', text: 'a' }]],
    ['what only looks like a language', [{ language: 'en-12', text: 'a' }]],
    ['an unknown variable in the subject', [{ language: 'en', text: 'a', subject: '{{nobody}}' }]],
    [
      'more text than an item holds',
      Array.from({ length: 11 }, (_, n) => ({ language: `en-${100 + n}`, text: 'x'.repeat(10_000) })),
    ],
  ])('%s is refused', (_, variants) => {
    expect(macroSchema.safeParse({ ...macroOf(), variants }).success).toBe(false)
  })

  test('what is done with the answer comes in one order, the status last', () => {
    const actions = {
      status: 'resolved',
      tags: { add: ['late'], remove: [] },
      assign: { team: null },
      priority: 'high',
    } as const
    const macro = macroSchema.parse({ ...macroOf({ language: 'en', text: 'a' }), actions })
    expect(macroActions(macro).map(action => action.do)).toEqual(['tags', 'priority', 'assign', 'status'])
    expect(macroActions(macroOf())).toEqual([])
  })
})
