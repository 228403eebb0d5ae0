import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evidence, tierSchema } from '../../core/contact/contact.ts'
import { proposeLinks } from '../../core/identity/evidence.ts'
import { coversEvidence, joinEvidence } from '../../core/identity/link.ts'
import { alice, mail } from '../timeline/contacts.ts'
import { at, email, ids, makeLink, phone, x } from './world.ts'

const own = [email('support')]
const signature: Evidence = { identifier: phone(1), tier: 'T3', how: 'signature' }
const vouched = (tier: Evidence['tier']): Evidence => ({ identifier: alice, tier, how: 'dmarc' })
const propose = (evidence: Evidence[], differing: Parameters<typeof mail>[1] = {}) =>
  proposeLinks(mail('hello', { evidence, ...differing }), { ids, at, own })

describe('links from evidence', () => {
  it('is as strong as the weaker of author and identifier', () => {
    const tiers = tierSchema.options
    for (const [author, shown] of tiers.flatMap(author => tiers.map(shown => [author, shown] as const))) {
      const tier = author < shown ? shown : author
      const links = propose([vouched(author), { ...signature, tier: shown }])
      expect(links).toMatchObject(tier === 'T4' ? [] : [{ tier, asserted: tier !== 'T1' }])
    }
  })

  it('takes an author nobody vouches for as a claim', () => {
    expect(propose([{ ...signature, tier: 'T1' }])).toMatchObject([{ tier: 'T3', asserted: true }])
  })

  it('believes the worst that the channel says of the author', () => {
    expect(propose([vouched('T1'), vouched('T4'), signature])).toEqual([])
  })

  it('never links the company, a line, or what names nobody', () => {
    for (const identifier of [email('support'), { type: 'line', value: 'support' }, email('noreply')] as const) {
      expect(propose([vouched('T1'), { ...signature, identifier }])).toEqual([])
      expect(propose([signature], { from: { identifier } })).toEqual([])
    }
  })

  it('makes no links of what the company sends', () => {
    expect(propose([vouched('T1'), signature], { direction: 'outbound' })).toEqual([])
  })

  it('makes one link per pair and rule, as strong as the strongest', () => {
    const links = propose([vouched('T1'), signature, { ...signature, tier: 'T2' }, { ...signature, identifier: x(1) }])
    expect(links.map(({ tier }) => tier)).toEqual(['T2', 'T3'])
  })
})

describe('evidence that arrives again', () => {
  const linkArb = fc
    .record({ tier: fc.constantFrom('T1', 'T2', 'T3') })
    .map(({ tier }) => makeLink('email:a@example.com', 'phone:+442079460000', { tier }))

  it('ends in the strongest, in any order, and adds nothing twice', () => {
    fc.assert(
      fc.property(linkArb, linkArb, linkArb, (a, b, c) => {
        const joined = joinEvidence(joinEvidence(a, b), c)
        expect(joinEvidence(joinEvidence(c, a), b)).toEqual(joined)
        expect(coversEvidence(joined, a) && coversEvidence(joined, b) && coversEvidence(joined, c)).toBe(true)
      }),
    )
  })

  it('does not bring back what somebody revoked', () => {
    fc.assert(
      fc.property(linkArb, linkArb, (link, again) => {
        const revoked = { ...link, state: 'revoked' as const, by: 'anna' }
        expect(joinEvidence(revoked, again)).toEqual(revoked)
        expect(coversEvidence(revoked, again)).toBe(true)
      }),
    )
  })
})
