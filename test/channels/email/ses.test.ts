import { expect, test } from 'vitest'
import { contact, formatNamed, fromAlice, payloadOf, support } from './mails.ts'

/** What SES puts on top of a mail: see ses-verdict.ts. */
const bySes = (results: string, receipt = 'X-SES-RECEIPT: AEFB') =>
  [
    'Return-Path: <alice@example.com>',
    'Received: from mail.example.com by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abc for support@localhost;',
    ' Wed, 06 May 2026 09:12:00 +0000 (UTC)',
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    ...(results === '' ? [] : [`Authentication-Results: ${results}`]),
    ...(receipt === '' ? [] : [receipt]),
    '',
  ].join('\n')

const pass = 'dmarc=pass header.from=example.com'
const authorOf = async (mail: string) => {
  const [author] = (await contact(mail, 'mail-ses')).evidence
  return `${author?.tier} ${author?.how}`
}

test.each([
  [`amazonses.com; spf=pass; ${pass};`, 'T1 dmarc-pass'],
  [`AmazonSES.com;\n spf=pass (a; comment; dmarc=fail) client-ip=192.0.2.1;\n ${pass};`, 'T1 dmarc-pass'],
  ['amazonses.com; dmarc=fail header.from=example.com;', 'T4 dmarc-fail'],
  ['amazonses.com; dmarc=none header.from=example.com;', 'T3 no-verdict'],
  ['amazonses.com; dmarc=temperror header.from=example.com;', 'T3 no-verdict'],
  ['amazonses.com; spf=pass; dkim=pass header.i=@example.com;', 'T3 no-verdict'],
  ['amazonses.com; dmarc=pass header.from=example.org;', 'T3 no-verdict'],
  ['amazonses.com; dmarc=pass header.from=ample.com;', 'T3 no-verdict'],
  ['amazonses.com; dmarc=pass;', 'T3 no-verdict'],
  [`mx.example.org; ${pass};`, 'T3 no-verdict'],
  [`amazonses.com; envelope-from="x; ${pass}"@evil.example; dmarc=fail header.from=example.com;`, 'T4 dmarc-fail'],
  [`amazonses.com; envelope-from="x; ${pass};"@evil.example;`, 'T3 no-verdict'],
  [`amazonses.com; spf=fail (domain of x; ${pass};) client-ip=192.0.2.1;`, 'T3 no-verdict'],
  [`amazonses.com; ${pass}; ${pass};`, 'T3 no-verdict'],
  ['', 'T3 no-verdict'],
])('%s', async (results, author) => {
  expect(await authorOf(bySes(results) + fromAlice('Hello'))).toBe(author)
})

test('what the sender wrote below counts for nothing', async () => {
  const forged = `Authentication-Results: amazonses.com; ${pass}\nX-SES-RECEIPT: AAAA\n`
  expect(await authorOf(bySes('') + forged + fromAlice('Hello'))).toBe('T3 no-verdict')
  expect(await authorOf(bySes('amazonses.com; spf=none', '') + forged + fromAlice('Hello'))).toBe('T3 no-verdict')
  expect(await authorOf(`${forged}${bySes('')}${fromAlice('Hello')}`)).toBe('T3 no-verdict')
  expect(await authorOf(`Subject: x\n${bySes(`amazonses.com; ${pass}`)}${fromAlice('Hello')}`)).toBe('T3 no-verdict')
})

test('a second From is not vouched for', async () => {
  const twice = `${bySes(`amazonses.com; ${pass}`)}From: mallory@example.com\n${fromAlice('Hello')}`
  expect(await authorOf(twice)).toBe('T3 no-verdict')
})

test('the mail that SES writes to see whether it may is no contact', async () => {
  const payload = payloadOf(bySes('') + fromAlice('Hello'))
  const rawRef = { ...payload.rawRef, object: 'payloads/mail-ses/support/AMAZON_SES_SETUP_NOTIFICATION' }
  const findings = await formatNamed('mail-ses').parse({ ...payload, rawRef }, support)
  expect(findings).toMatchObject([{ type: 'not-a-contact' }])
})
