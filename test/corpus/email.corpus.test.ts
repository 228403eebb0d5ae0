import { afterAll, describe, expect, test } from 'vitest'
import { email } from '../../core/channels/email/channel.ts'
import { eml } from '../../core/channels/email/eml.ts'
import { mbox } from '../../core/channels/email/mbox.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import { corpusSets, filesBelow, readReal } from './corpus-files.ts'

const sets = corpusSets('email')
const source: Source = { ...defaultSource('real', 'mail'), ownIdentifiers: [], defaultRegion: 'US' }

type Row = { files: number; contacts: number; not: number; aside: number; slowest: number }
const rows = new Map<string, Row>()
afterAll(() => {
  const header = `${'set'.padEnd(32)}  files  contacts  not  aside  slowest ms`
  const lines = [...rows].map(([set, { files, contacts, not, aside, slowest }]) =>
    [
      set.padEnd(32),
      ...[files, contacts, not, aside, Math.ceil(slowest)].map((count, at) =>
        String(count).padStart([7, 10, 5, 7, 12][at] ?? 7),
      ),
    ].join(''),
  )
  if (lines.length > 0) console.log(['Mails, by set:', header, ...lines].join('\n'))
})

/** What mails are called there. Other files (texts, trees, pictures, webhooks) are read too, and may be set aside. */
const isMail = (path: string): boolean => /\.(?:eml|box|raw)$/.test(path)
/** What some mails are: not even their authors call them that. */
const isHardlyMail = (path: string): boolean => /erroneous|noheader|no-header|empty/.test(path)

describe.skipIf(sets.length === 0).each(sets)('$name', ({ name, folder }) => {
  test('every file ends as contacts, or with the reason why not', async () => {
    const row: Row = { files: 0, contacts: 0, not: 0, aside: 0, slowest: 0 }
    rows.set(name, row)
    for (const { path, bytes } of filesBelow(folder)) {
      const begun = performance.now()
      const read = await readReal(/(?:^|\/)mbox\/|\.mbox$/.test(path) ? mbox : eml, bytes, source)
      const findings = read.flatMap(({ findings: found }) => found)
      row.slowest = Math.max(row.slowest, performance.now() - begun)
      row.files++
      row.contacts += findings.filter(({ type }) => type === 'contact').length
      row.not += findings.filter(({ type }) => type === 'not-a-contact').length
      const aside = findings.filter(finding => finding.type === 'set-aside')
      row.aside += aside.length
      expect(aside.every(({ reason }) => reason.length > 0)).toBe(true)
      expect(findings.length > 0 || bytes.every(byte => byte <= 32)).toBe(true)
      const isRead = aside.length === 0 || !isMail(path) || isHardlyMail(path)
      expect({ set: name, isRead }).toEqual({ set: name, isRead: true })
    }
  })

  test('every mail is the same finding when it comes again, by any door without a verdict', async () => {
    const differing = { count: 0 }
    for (const { path, bytes } of filesBelow(folder).filter(file => isMail(file.path))) {
      const payload = {
        bytes,
        receivedAt: '2026-03-02T12:00:00.000Z',
        rawRef: { object: 'o', offset: 0, length: bytes.length },
      }
      const doors = email.formats.filter(format => format.name === 'mail' || format.name === 'eml')
      const [first, second] = await Promise.all(doors.map(format => format.parse(payload, source)))
      if (JSON.stringify(first) !== JSON.stringify(second)) differing.count++
      expect(path).not.toBe('')
    }
    expect(differing.count).toBe(0)
  })
})
