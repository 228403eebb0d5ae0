// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { Entry } from '../../console/entries/entry.tsx'
import { targetOf } from '../../console/original/links.ts'
import { quietMarkup } from '../../console/original/markup.ts'
import { contact } from './contacts.ts'
import { show } from './render.tsx'

// jsdom has no layout whose changes somebody could hear of.
const ignored = () => undefined
globalThis.ResizeObserver = class {
  observe = ignored
  unobserve = ignored
  disconnect = ignored
}

const rawRef = { object: `payloads/mail/support/2026-03-02/1772445601000-${'a'.repeat(32)}`, offset: 0, length: 10 }
const part = { id: '2', name: 'invoice.pdf', mediaType: 'application/pdf', bytes: 12_400, inline: false }
const logo = {
  id: '1.2',
  name: 'logo.png',
  mediaType: 'image/png',
  bytes: 68,
  inline: true,
  contentId: 'Logo@example.com',
}
const png = { ...logo, offset: 0, content: 'iVBORw0KGgo=', picture: 'image/png' }

/** The mail's entry with its original opened. */
async function opened(original: object, more: Record<string, unknown> = {}) {
  const answer = { text: '', cut: false, parts: [], ...original }
  const shown = await show(<Entry entry={contact({ rawRef })} />, { '/v1/contacts/c1/original': answer, ...more })
  fireEvent.click(screen.getByRole('button', { name: 'Show the original' }))
  await screen.findByRole('region', { name: 'The original of the mail' })
  return shown
}

async function framed(html: string, more: { original?: object; answers?: Record<string, unknown> } = {}) {
  const shown = await opened({ html, ...more.original }, more.answers)
  const frame = await waitFor(() => {
    const found = shown.querySelector('iframe')
    if (!found?.contentDocument?.body.firstChild) throw new Error('nothing is drawn yet')
    return found
  })
  if (frame.contentDocument === null) throw new Error('the frame has no document')
  return { shown, frame, body: frame.contentDocument.body, head: frame.contentDocument.head }
}

describe('the original of a mail', () => {
  test('is offered where there is one, and asked for when somebody wants it', async () => {
    await show(<Entry entry={contact()} />)
    expect(screen.queryByRole('button', { name: 'Show the original' })).toBeNull()
  })

  test('is not offered of a mail that its author deleted', async () => {
    await show(<Entry entry={contact({ rawRef, deletedAt: '2026-03-03T10:00:00.000Z' })} />)
    expect(screen.queryByRole('button', { name: 'Show the original' })).toBeNull()
  })

  test('of plain text is its text, with what it quotes folded', async () => {
    await opened({ text: '<b>Hello</b>\n\n> before' })
    expect(screen.getByText('<b>Hello</b>')).toBeTruthy()
    expect(screen.getByText('before').closest('details')?.open).toBe(false)
  })

  test('says when it is longer than what is shown', async () => {
    await opened({ text: 'Hello', cut: true })
    expect(screen.getByText('The mail is longer than what is shown here.')).toBeTruthy()
  })

  test('that is gone says so in the words of the API', async () => {
    await show(<Entry entry={contact({ rawRef })} />)
    fireEvent.click(screen.getByRole('button', { name: 'Show the original' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  test('stands in a frame that runs nothing and loads nothing', async () => {
    const { frame, head } = await framed('<p>Hello</p>')
    expect(frame.getAttribute('sandbox')).not.toMatch(/allow-scripts|allow-forms|allow-top/)
    const policy = head.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script|connect|https?:/)
  })

  test('keeps what says something, and its looks', async () => {
    const { body } = await framed('<h1>One</h1><table><tr><td bgcolor="#eee" style="color: red">two</td></tr></table>')
    expect(body.querySelector('h1')?.textContent).toBe('One')
    expect(body.querySelector('td')?.style.color).toBe('red')
  })

  test('drops looks that load something or leave their place', async () => {
    const style =
      'position:fixed; background:url(https://canary.example/a); content:url(x); --a:url(b); margin-left: 4px'
    const { body } = await framed(`<p style="${style}">x</p>`)
    expect(body.querySelector('p')?.style.marginLeft).toBe('4px')
    expect(body.innerHTML).not.toMatch(/url|fixed|canary/)
  })

  test('has no scripts, forms, frames, names, nor addresses that run', async () => {
    const { body } = await framed(
      `<script>x()</script><form action=x><input name=body></form><iframe src=x></iframe><object data=x></object>
       <img src=x onerror=x()><a href="javascript:x()" id=head name=body>press</a><svg onload=x()></svg><math><mtext></math>`,
    )
    expect(body.querySelectorAll('script, form, input, iframe, object, svg, math, [id], [name]')).toHaveLength(0)
    expect(body.innerHTML).not.toMatch(/javascript|onerror|onload/)
    expect(body.querySelector('a')?.hasAttribute('href')).toBe(false)
  })

  test('folds what it quotes, but not a mail that only quotes', async () => {
    const { body } = await framed('<p>Mine</p><div class="gmail_quote">Theirs</div>')
    expect(body.querySelector('details')?.textContent).toContain('Theirs')
    expect(body.querySelector('details')?.open).toBe(false)
    expect((await framed('<blockquote type="cite">Theirs</blockquote>')).body.querySelector('details')).toBeNull()
  })

  test('folds what follows the line of Outlook', async () => {
    const { body } = await framed('<p>Mine</p><div id="divRplyFwdMsg">From: Bob</div><div>Theirs</div>')
    expect(body.querySelector('details')?.textContent).toContain('Theirs')
  })
})

describe('links', () => {
  test('say where they lead, and open a tab that knows nothing of the console', async () => {
    const { body } = await framed('<a href="https://evil.example/login">www.bank.example</a>')
    const link = body.querySelector('a')
    expect(link?.getAttribute('target')).toBe('_blank')
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer')
    expect(body.textContent).toBe('www.bank.example (evil.example)')
  })

  test('whose words are their target are not said twice', async () => {
    const { body } = await framed('<a href="https://www.example.com/a">https://example.com/a</a>')
    expect(body.textContent).toBe('https://example.com/a')
  })

  test('to names that only look like others show how they are looked up', async () => {
    const { body } = await framed('<a href="https://ex\u0430mple.com/">example.com</a>')
    expect(body.textContent).toContain('(xn--exmple-4nf.com)')
  })

  test.each(['https://example.com/', 'http://example.com', 'mailto:alice@example.com'])('%s leads somewhere', href =>
    expect(targetOf(href)).toBeDefined(),
  )

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    '/v1/customers',
    '//example.com',
    '',
    'https://bank.example@evil.example/',
  ])('%j leads nowhere', href => expect(targetOf(href)).toBeUndefined())
})

describe('pictures', () => {
  test('from elsewhere are not loaded, and it says how many', async () => {
    const { body } = await framed('<img src="https://t.example/1.gif"><img src="//t.example/2.gif" srcset="x 2x">')
    expect(screen.getByRole('note').textContent).toContain('2 remote images are not loaded')
    expect(body.querySelectorAll('[src], [srcset]')).toHaveLength(0)
    expect(body.innerHTML).not.toContain('t.example')
  })

  test('that came with it are shown from their bytes', async () => {
    const answers = { '/v1/contacts/c1/parts/1.2': png }
    const { body } = await framed('<img src="cid:logo%40example.com" alt="Logo">', {
      original: { parts: [logo] },
      answers,
    })
    await waitFor(() =>
      expect(body.querySelector('img')?.getAttribute('src')).toBe('data:image/png;base64,iVBORw0KGgo='),
    )
    expect(screen.queryByRole('note')).toBeNull()
  })

  test('that are none by their bytes are not shown', async () => {
    const { picture: _picture, ...page } = png
    const answers = { '/v1/contacts/c1/parts/1.2': page }
    const { body } = await framed('<img src="cid:logo@example.com">', { original: { parts: [logo] }, answers })
    expect(await screen.findByText('Some pictures of the mail could not be loaded.')).toBeTruthy()
    expect(body.querySelector('img')?.hasAttribute('src')).toBe(false)
  })
})

describe('what came with a mail', () => {
  test('is listed with name, type and size', async () => {
    await opened({ text: 'Hello', parts: [part, logo] })
    const list = screen.getByRole('list', { name: 'Came with this mail' })
    expect(list.textContent).toContain('invoice.pdf')
    expect(list.textContent).toContain('12.4 kB · application/pdf')
    expect(within(list).getByRole('button', { name: 'Save invoice.pdf' })).toBeTruthy()
    expect(list.textContent).not.toContain('logo.png')
  })

  test.each(['bill.html', 'bill.svg', 'bill.exe', 'bill.pdf.js'])('%s is said to run', async name => {
    await opened({ parts: [{ ...part, name }] })
    expect(screen.getByText('Files of this kind can run when they are opened.')).toBeTruthy()
  })

  test('is looked at where it is a picture', async () => {
    const picture = { ...logo, inline: false }
    await opened({ parts: [picture] }, { '/v1/contacts/c1/parts/1.2': { ...png, inline: false } })
    fireEvent.click(screen.getByRole('button', { name: 'Look at logo.png' }))
    expect((await screen.findByRole('img', { name: 'logo.png' })).getAttribute('src')).toMatch(/^data:image\/png/)
  })

  test('and only calls itself a picture is not', async () => {
    const { picture: _picture, ...page } = png
    await opened({ parts: [{ ...logo, inline: false }] }, { '/v1/contacts/c1/parts/1.2': page })
    fireEvent.click(screen.getByRole('button', { name: 'Look at logo.png' }))
    expect(await screen.findByText(/This is not a picture/)).toBeTruthy()
    expect(screen.queryByRole('img', { name: 'logo.png' })).toBeNull()
  })
})

describe('markup before the sanitiser', () => {
  test('has its sheets apart, and neither those in comments', () => {
    const { markup, sheets } = quietMarkup(
      '<!-- <style>a{}</style> --><style type=x><!-- p{color:red} --></style>words',
    )
    expect(sheets).toEqual(['<!-- p{color:red} -->'])
    expect(markup).toBe('words')
  })

  test('that only writes about attributes is shown as it was written', async () => {
    const words = 'set style=1 and onclick = 2, /onload=3'
    const { body } = await framed(`<p title="a style=x">${words}</p>`)
    expect(body.textContent).toBe(words)
    expect(body.querySelector('p')?.title).toBe('a style=x')
  })
})
