import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlLines } from '../../../core/channels/email/words/html-lines.ts'
import { plainLines } from '../../../core/channels/email/words/line.ts'
import { wordsOf } from '../../../core/channels/email/words/own-words.ts'

const words = (text: string) => wordsOf(plainLines(text, 1000))
const htmlWords = (html: string) => wordsOf(htmlLines(html, 1000))

/** What programs put between a reply and the mail it answers. */
const introductions = [
  'On Tue, 5 May 2026 at 16:00, Support <support@localhost> wrote:',
  'On 05/05/2026 16:00, Support wrote:',
  'Am Di., 5. Mai 2026 um 16:00 Uhr schrieb Support <support@localhost>:',
  'Am 05.05.2026 um 16:00 schrieb Support:',
  'Le mar. 5 mai 2026 à 16:00, Support <support@localhost> a écrit :',
  'El mar, 5 may 2026 a las 16:00, Support (<support@localhost>) escribió:',
  'Il giorno mar 5 mag 2026 alle ore 16:00 Support <support@localhost> ha scritto:',
  'Op di 5 mei 2026 om 16:00 schreef Support <support@localhost>:',
  'Em ter., 5 de mai. de 2026 às 16:00, Support <support@localhost> escreveu:',
  'W dniu 05.05.2026 o 16:00, Support pisze:\nSupport <support@localhost> napisał(a):',
  'Den tis 5 maj 2026 kl 16:00 skrev Support <support@localhost>:',
  'вт, 5 мая 2026 г. в 16:00, Support <support@localhost> написал:',
  '5 Mayıs 2026 Sal 16:00 tarihinde Support <support@localhost> şunu yazdı:',
  '2026年5月5日(火) 16:00 Support <support@localhost> のメール:',
  '在 2026年5月5日 16:00，Support <support@localhost> 写道：',
  '2026-05-05 16:00 GMT+02:00 Support <support@localhost>:',
  'On Tue, 5 May 2026 at 16:00, Support of the Company with the long name\n<support@localhost> wrote:',
]

const headers = [
  '-----Original Message-----\nFrom: Support\nSent: Tuesday\nTo: Alice\nSubject: Invoice\n',
  '________________________________\nFrom: Support <support@localhost>\nSent: Tuesday, May 5, 2026 4:00 PM\nTo: Alice\nSubject: Invoice\n',
  'Von: Support <support@localhost>\nGesendet: Dienstag, 5. Mai 2026 16:00\nAn: Alice\nBetreff: Rechnung\n',
  'De : Support <support@localhost>\nEnvoyé : mardi 5 mai 2026 16:00\nÀ : Alice\nObjet : Facture\n',
  'De: Support <support@localhost>\nEnviado: martes, 5 de mayo de 2026\nPara: Alice\nAsunto: Factura\n',
  '---------- Forwarded message ---------\nFrom: Support <support@localhost>\n',
  'Begin forwarded message:\n\nFrom: Support <support@localhost>\nSubject: Invoice\nDate: 5 May 2026\n',
  '-------- Weitergeleitete Nachricht --------\nBetreff: Rechnung\nVon: Support <support@localhost>\n',
]

const own = 'Thank you,\n\nbut the invoice is still wrong.'

describe('a reply is without the mail it answers', () => {
  test.each(introductions)('%s', introduction => {
    const reply = words(`${own}\n\n${introduction}\n\n> Dear Alice,\n> here it is.\n`)
    expect(reply.text).toBe(own)
    expect(reply.quoted).toContain('> here it is.')
  })

  test.each(introductions)('also where the program marks no line: %s', introduction => {
    expect(words(`${own}\n\n${introduction}\n\nDear Alice,\n\nhere it is.\n`).text).toBe(own)
  })

  test.each(headers)('%s', header => {
    const reply = words(`${own}\n\n${header}\nDear Alice,\n\nhere it is.\n`)
    expect(reply.text).toBe(own)
    expect(reply.quoted).toContain('here it is.')
  })
})

describe('what only looks like a quote stays', () => {
  test.each([
    'On Monday I wrote to you about three things:\n\n1. the invoice\n2. the parcel',
    'From: Berlin\nTo: Paris\nDate: 5 May 2026\n\nPlease book this for me.',
    'Subject: my invoice\n\nIt is wrong.',
    'The price is 5 > 3, and\n-- this is no signature\nbut a sentence.',
    'a\n\n----------\n\nb is as important as a, I said:\n\nc',
    'My mail said it: 5 May 2026 was a Tuesday.',
    'This is not a ---------- delimiter.',
  ])('%s', text => {
    expect(words(text).text).toBe(text)
  })
})

describe('answers between the quotes are own words', () => {
  test('and come in their order', () => {
    const text = 'On 5 May 2026 at 16:00, Support wrote:\n> Is it blue?\n\nYes.\n\n> Is it large?\n\nNo.\n\n-- \nAlice'
    expect(words(text)).toMatchObject({ text: 'Yes.\n\n\nNo.', signature: '-- \nAlice'.replace(' ', '') })
  })
})

describe('signatures', () => {
  test.each([
    ['-- \nAlice\nTel 020 7946 0958', 'RFC 3676'],
    ['--\nAlice\nTel 020 7946 0958', 'without the space'],
    ['____________\nAlice\nTel 020 7946 0958', 'a ruled line'],
  ])('%j is set apart (%s)', signature => {
    const read = words(`${own}\n\n${signature}`)
    expect(read.text).toBe(own)
    expect(read.signature).toContain('020 7946 0958')
  })

  test.each(['Sent from my iPhone', 'Von meinem iPhone gesendet', 'Envoyé de mon iPhone', 'Get Outlook for Android'])(
    '%s',
    line => {
      expect(words(`${own}\n\n${line}`).text).toBe(own)
    },
  )

  test('what stands below the goodbye stays in the text, and is about the author', () => {
    const read = words(`${own}\n\nKind regards,\nAlice\n020 7946 0958`)
    expect(read.text).toBe(`${own}\n\nKind regards,\nAlice\n020 7946 0958`)
    expect(read.about).toContain('020 7946 0958')
    expect(read.own).not.toContain('020 7946 0958')
  })

  test('a line of dashes with much text below sets nothing apart', () => {
    const text = `Part one\n--\n${Array.from({ length: 30 }, (_, at) => `Line ${at}`).join('\n')}`
    expect(words(text).text).toBe(text)
  })
})

describe('a mail forwarded without a word', () => {
  test('is shown as it is, and is nobody’s own words', () => {
    const read = words('---------- Forwarded message ---------\nFrom: Bob\n\nCall me on 020 7946 0111')
    expect(read.text).toContain('020 7946 0111')
    expect(read.own).toBe('')
  })

  test('so is what stands below an introduction at the top', () => {
    const read = words('On 5 May 2026 at 16:00, Bob <bob@example.org> wrote:\n\nCall me on 020 7946 0111')
    expect(read.text).toBe('Call me on 020 7946 0111')
    expect(read.own).toBe('')
  })
})

describe('HTML', () => {
  test.each([
    [
      'Gmail',
      '<div>Thanks</div><div class="gmail_quote">On Tue, 5 May 2026 at 16:00, Bob &lt;<a>bob@example.org</a>&gt; wrote:<br><blockquote class="gmail_quote" style="border-left:1px solid">Hello<br>there</blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>Thanks</p><div class="moz-cite-prefix">On 05/05/2026 16:00, Bob wrote:<br></div><blockquote type="cite" cite="mid:1"><p>Hello</p></blockquote>',
    ],
    [
      'Outlook',
      '<div>Thanks</div><hr><div id="divRplyFwdMsg"><b>From:</b> Bob &lt;bob@example.org&gt;<br><b>Sent:</b> Tuesday, May 5, 2026<br><b>To:</b> Alice<br><b>Subject:</b> Hello</div><div>Hello</div>',
    ],
    [
      'Apple Mail',
      'Thanks<br><div><blockquote type="cite"><div>On 5 May 2026, at 16:00, Bob &lt;bob@example.org&gt; wrote:</div><div>Hello</div></blockquote></div>',
    ],
  ])('a reply by %s', (_, html) => {
    expect(htmlWords(html).text).toBe('Thanks')
    expect(htmlWords(html).quoted).toContain('Hello')
  })

  test('a signature that the markup names is set apart', () => {
    expect(htmlWords('<p>Thanks</p><div class="gmail_signature">Alice<br>020 7946 0958</div>')).toMatchObject({
      text: 'Thanks',
      signature: 'Alice\n020 7946 0958',
    })
  })

  test('an indented paragraph of Gmail is no quote', () => {
    const html = '<div>As I said:</div><blockquote style="margin:0 0 0 40px;border:none">my words</blockquote>'
    expect(htmlWords(html).text).toBe('As I said:\n\nmy words')
  })

  test.each([
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<div>a<div>b</div></div>c', 'a\nb\nc'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['a  b\n c', 'a b c'],
    ['&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9;&#128;&nbsp;&nope;', '<b> &amp; ééé€ &nope;'],
    ['a<script>b<c</script>d<style>e</style>f', 'adf'],
    ['a<!-- b --><!-- c', 'a'],
    ['a<!doctype html><?xml?>b', 'ab'],
    ['1 < 2 and <3', '1 < 2 and <3'],
    ['<a title="1 > 2">a</a>', 'a'],
    ['<span style="display: none">hidden</span>seen', 'seen'],
    ['a\u200b\u00adb', 'ab'],
    ['<p>open<p>paragraphs', 'open\n\nparagraphs'],
  ])('%s', (html, text) => {
    expect(htmlWords(html).text).toBe(text)
  })

  test('of any text is at most as long as the text', () => {
    const soup = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        '=',
        '&',
        ';',
        '!',
        '-',
        'a',
        ' ',
        '\n',
        '<p>',
        '<blockquote>',
        '</div>',
        '<div class="',
        '&amp;',
      ),
      maxLength: 200,
    })
    fc.assert(
      fc.property(soup, html => {
        const lines = htmlLines(html, 1000)
        // A list item and a ruled line add a mark, an end of a paragraph an empty line.
        expect(lines.map(line => line.text).join('').length).toBeLessThanOrEqual(html.length)
      }),
      { numRuns: 500 },
    )
  })
})

test('no word is lost: each line of a mail is own, signature or quoted', () => {
  const line = fc.constantFrom(
    'hello',
    '> quoted',
    '-- ',
    '--',
    'On 5 May 2026 at 16:00, Bob wrote:',
    '',
    'From: a@b.example',
    'Subject: x',
    'Kind regards',
    'Sent from my phone',
    '-----Original Message-----',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const read = words(lines.join('\n'))
      const all = [read.own, read.about, read.signature, read.quoted].join('\n')
      for (const text of lines) expect(all).toContain(text.trimEnd())
    }),
    { numRuns: 500 },
  )
})
