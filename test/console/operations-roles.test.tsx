// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Role, roles } from '../../core/api/role.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { makeStack, type Stack } from '../api/stack.ts'
import { mailAt } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'
import { type Asked, openConsole } from './console-of.tsx'

/** jsdom measures nothing, and has no media: the wide screen of a desk it is. */
window.ResizeObserver = class {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}
window.matchMedia = query => ({
  ...{ matches: false, media: query, onchange: null, dispatchEvent: () => false },
  ...{ addListener: () => undefined, removeListener: () => undefined },
  ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
})

let stack: Stack
let conversation: string
let customer: string
beforeAll(async () => {
  await Promise.all([
    import('../../console/queue/queue-screen.tsx'),
    import('../../console/customer/customer-screen.tsx'),
    import('../../console/customer/conversation-screen.tsx'),
    import('../../console/operations/operations-screen.tsx'),
    import('../../console/operations/operations-item-screen.tsx'),
  ])
})
beforeEach(async () => {
  stack = makeStack()
  const contact = mailAt('first', '2T09:00', 'My parcel has not been delivered.')
  await stack.receive(contact)
  const { conversations, identity, people, timeline } = stack.deps
  const place = { stream: streamName(homeIdentifier(contact)), sortAt: sortAt(contact) }
  const change = { v: 1, type: 'contact', contactId: contact.id, ...place } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  conversation = (await timeline.readContact(contact.id, place))?.conversation ?? ''
  customer = await stack.customerOf(alice)
  await people.agents.change('anna', () => ({
    ...{ v: 1, id: 'anna', active: true, name: 'Anna Müller', teams: [], skills: [], languages: ['en'] },
    ...{ capacity: 5, availability: 'online' },
  }))
})

/** What the API itself says to somebody in this role, and how it refused. */
function apiFor(role: Role) {
  const refused: string[] = []
  const answers = async ({ method, path, query, body }: Asked): Promise<Response> => {
    const target = query === '' ? path : `${path}?${query}`
    const answer = await stack.call(method, target, { groups: [role], ...(body === undefined ? {} : { body }) })
    if ([401, 403, 405, 500].includes(answer.status)) refused.push(`${method} ${path}: ${answer.status}`)
    return Response.json(answer.body, { status: answer.status })
  }
  return { refused, answers }
}

/** What can be pressed on the screen, dialogs first; what leads elsewhere, and what only shows the menu of the page, aside. */
function pressable(): HTMLElement[] {
  const dialogs = [...document.querySelectorAll('[role=dialog]')].filter(one => !/hidden/.test(one.className))
  const pressed = (place: Element | null) => [
    ...(place?.querySelectorAll<HTMLElement>('button:not([disabled]):not([aria-disabled=true])') ?? []),
  ]
  const inDialogs = dialogs.flatMap(pressed)
  return inDialogs.length > 0 ? inDialogs : pressed(document.querySelector('#main'))
}

/** Presses everything, and what appears by that, once each by its words. */
async function pressAll(): Promise<number> {
  const done = new Set<string>()
  for (let times = 0; times < 60; times++) {
    const next = pressable().find(button => !done.has(wordsOf(button)))
    if (next === undefined) break
    done.add(wordsOf(next))
    await act(async () => next.click())
    await act(async () => new Promise(resolve => setTimeout(resolve, 0)))
  }
  return done.size
}

const wordsOf = (button: HTMLElement): string => `${button.getAttribute('aria-label') ?? ''} ${button.textContent}`

const idle = () => act(async () => new Promise(resolve => setTimeout(resolve, 5)))

test.each(roles)('nothing that the console offers to %s is refused for the role', async role => {
  const { refused, answers } = apiFor(role)
  const { asked, router } = await openConsole('/settings', [role], answers)
  await waitFor(() => expect(screen.getAllByText('Settings').length).toBeGreaterThan(1))
  const offered = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href], [class*=navigation] a[href]')]
  const all = [...new Set(offered.map(link => new URL(link.href).pathname))]
  // The lists of conversations are one screen, asked in other words.
  const places = all.filter(place => !place.startsWith('/queue/') || place === '/queue/all')
  const matters = places.includes('/queue/all') ? [`/conversations/${conversation}`] : []
  for (const place of [...places, '/search?q=parcel', `/customers/${customer}`, ...matters]) {
    await act(async () => router.history.push(place))
    await idle()
  }
  await waitFor(() => expect(pressable().length).toBeGreaterThan(0), { timeout: 5000 })
  const pressed = await pressAll()
  expect(places.length).toBeGreaterThan(2)
  expect(pressed).toBeGreaterThan(matters.length > 0 ? 5 : 0)
  expect(asked.length).toBeGreaterThan(places.length)
  expect(refused).toEqual([])
})
