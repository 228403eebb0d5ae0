import { expect, test } from 'vitest'
import { limitedReport } from '../../local/report.ts'

test('a line is printed once in ten seconds, twenty lines at most, and what was left out is counted', () => {
  const printed: string[] = []
  let now = 0
  const report = limitedReport(
    line => printed.push(line),
    () => now,
  )
  for (let again = 0; again < 5; again++) report('one')
  for (let other = 0; other < 30; other++) report(`other ${other}`)
  expect(printed).toHaveLength(20)
  now = 10_000
  report('one')
  expect(printed.slice(20)).toEqual(['(15 more lines like these)', 'one'])
})
