import { describe, expect, test } from 'vitest'
import { contact, fromAlice } from './mails.ts'

describe('who wrote it: a person or a machine', () => {
  test.each([
    [[], undefined],
    [['Auto-Submitted: no'], undefined],
    [['X-Auto-Response-Suppress: All'], undefined],
    [['Auto-Submitted: auto-replied'], 'auto-reply'],
    [['Auto-Submitted: auto-generated'], 'auto-reply'],
    [['Auto-Submitted: auto-replied', 'List-Id: <list.example.com>'], 'auto-reply'],
    [['X-Autoreply: yes'], 'auto-reply'],
    [['Precedence: auto_reply'], 'auto-reply'],
    [['Subject: Out of Office: back on Monday'], 'auto-reply'],
    [['Subject: =?utf-8?Q?R=C3=A9ponse_automatique_=3A_facture?='], 'auto-reply'],
    [['Subject: Was there an automatic reply?'], undefined],
    [['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'], 'auto-reply'],
    [['List-Id: <list.example.com>'], 'list'],
    [['List-Unsubscribe: <mailto:off@example.com>'], 'list'],
    [['Precedence: bulk'], 'list'],
    [['Content-Type: multipart/report; report-type=delivery-status; boundary=b'], 'bounce'],
    [['Content-Type: multipart/report; report-type=feedback-report; boundary=b'], 'bounce'],
    [['X-Failed-Recipients: bob@example.org'], 'bounce'],
    [['Return-Path: <>', 'Subject: Undeliverable: hello'], 'bounce'],
    [['Return-Path: <>', 'Subject: Hello'], undefined],
    [['Subject: Undeliverable: hello'], undefined],
  ])('%j', async (fields, automatic) => {
    expect((await contact(fromAlice('Hello', ...fields))).automatic).toBe(automatic)
  })
})

describe('a report lies on the line, and those whom it is about take part', () => {
  const daemon = (body: string, ...fields: string[]) =>
    ['From: MAILER-DAEMON@mx.example.net', 'To: support@localhost', ...fields, '', body].join('\n')
  test.each([
    [
      'a field',
      daemon('Sorry', 'X-Failed-Recipients: bob@example.org, carol@example.org'),
      ['bob@example.org', 'carol@example.org'],
    ],
    [
      'the text',
      daemon('Your mail to <bob@example.org> did not arrive. Ask postmaster@mx.example.net for help.'),
      ['bob@example.org'],
    ],
    [
      'the mail that came back',
      daemon('Sorry\n\n-----Original Message-----\nFrom: support@localhost\nTo: bob@example.org\nSubject: x\n\nHello'),
      ['bob@example.org'],
    ],
    ['nowhere', daemon('Sorry'), []],
  ])('known by %s', async (_, mail, recipients) => {
    const found = await contact(mail)
    expect(found).toMatchObject({
      automatic: 'bounce',
      direction: 'inbound',
      evidence: [],
      from: { identifier: { type: 'line', value: 'support' } },
    })
    expect(found.to.map(({ identifier }) => identifier.value)).toEqual(recipients)
  })
})
