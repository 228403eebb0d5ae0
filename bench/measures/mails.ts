const words =
  'order parcel kettle arrived yesterday broken invoice amount refund waiting since Monday twice charged account login password reset driver neighbour address street flat delivery depot tracking number label return box damaged screen battery charger cable warranty receipt manager phone answer promised nobody called back please could would should tell me when where why this that the a an my your our it is was has been not still again before after week two three ten days ago email letter post shop online website basket payment card bank statement cancel subscription month contract change new old model colour size blue red large small fits heavy light quick slow friendly helpful thank you kind regards sorry trouble problem error code red light blinks noise water leak plug socket kitchen garden office'.split(
    ' ',
  )

/** `bytes` of words in no order, another text for each `n`: it packs no better than what people write. */
export function prose(n: number, bytes: number): string {
  let text = ''
  let state = n + 1
  for (let at = 1; text.length < bytes; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    text += `${words[(state >>> 8) % words.length]}${at % 12 === 0 ? '.\r\n' : ' '}`
  }
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
