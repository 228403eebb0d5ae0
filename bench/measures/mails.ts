const sentences = [
  'I ordered a kettle from you two weeks ago and it has still not arrived.',
  'The tracking page says that it left the depot, and nothing since.',
  'Could you please find out where it is, and tell me when I can expect it?',
  'I have been at home every day, so nobody can have tried to deliver it.',
  'If it is lost I would rather have my money back than wait any longer.',
]

/** `bytes` of words, so that no two mails are alike. */
export function prose(n: number, bytes: number): string {
  let text = ''
  for (let at = n; text.length < bytes; at++) text += `${sentences[at % sentences.length]} (${at * 7919})\r\n`
  return text.slice(0, bytes)
}

/** A mail of about ten kilobytes as clients write it: two alternatives, a signature, the quoted mail below. */
export function tenKilobyteMail(n: number): Uint8Array {
  const own = prose(n, 1500)
  const signature = '-- \r\nAlice Archer\r\nTel. +44 20 7946 0018\r\n'
  const quoted = prose(n + 3, 2600)
    .split('\r\n')
    .map(line => `> ${line}`)
    .join('\r\n')
  const plain = `${own}\r\n${signature}\r\nOn Mon, 2 Mar 2026 at 09:00, Support <support@localhost> wrote:\r\n${quoted}\r\n`
  const html = `<html><body><p>${own.replaceAll('\r\n', '<br>\r\n')}</p><blockquote>${prose(n + 3, 2600)}</blockquote></body></html>`
  return Buffer.from(
    [
      ...traces,
      `From: Alice Archer <alice${n % 50}@example.com>`,
      'To: Support <support@localhost>',
      `Subject: Where is my order ${100_000 + n}?`,
      `Message-ID: <${n}.archer@example.com>`,
      `In-Reply-To: <${n}.support@localhost>`,
      `Date: Mon, 2 Mar 2026 10:${String(n % 60).padStart(2, '0')}:00 +0000`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="between"',
      '',
      '--between',
      'Content-Type: text/plain; charset=utf-8',
      '',
      plain,
      '--between',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--between--',
      '',
    ].join('\r\n'),
  )
}

const traces = Array.from(
  { length: 6 },
  (_, hop) =>
    `Received: from hop${hop}.example.net (hop${hop}.example.net [192.0.2.${hop}])\r\n\tby hop${hop + 1}.example.net with ESMTPS id ${hop}abcdef; Mon, 2 Mar 2026 09:59:5${hop} +0000`,
)
