import { expect, test } from 'vitest'
import { topicKindOf } from '../../core/catalogue/topic-kind.ts'

test.each([
  ['It would be great if the kettle had a timer', 'wish'],
  ['Honestly this is too expensive, it is cheaper elsewhere', 'objection'],
  ['My kettle leaks and the lid is broken', 'problem'],
  ['How long does delivery take?', 'question'],
  ['Thank you very much', undefined],
])('%s: %s', (text, kind) => {
  expect(topicKindOf([text])).toBe(kind)
})

test('a topic is what at least half of its contacts are', () => {
  const [leaks, thanks] = ['It leaks', 'Thank you very much']
  expect(topicKindOf([leaks, leaks, thanks])).toBe('problem')
  expect(topicKindOf([leaks, thanks, thanks])).toBeUndefined()
  expect(topicKindOf([])).toBeUndefined()
})
