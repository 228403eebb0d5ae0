import { createHash } from 'node:crypto'
import { roles } from '../../core/api/role.ts'
import type { Authorization } from './authorization.ts'
import type { Person } from './people.ts'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: start center; min-height: 100vh; background: light-dark(#f2f3f3, #0f141a); color: light-dark(#0f141a, #dedee3); }
main { width: min(36rem, calc(100vw - 2rem)); margin: 4rem 0; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
p { margin: 0; color: light-dark(#424650, #b6bec9); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { display: flex; flex-wrap: wrap; gap: 0 .75rem; justify-content: space-between; width: 100%; padding: .75rem 1rem; font: inherit; text-align: left; border-radius: .5rem; border: 1px solid light-dark(#8c8c94, #656871); background: light-dark(#fff, #161d26); color: inherit; cursor: pointer; }
button:hover { border-color: light-dark(#0972d3, #42b4ff); }
button:focus-visible { outline: 3px solid light-dark(#0972d3, #42b4ff); outline-offset: 2px; }
span { color: light-dark(#424650, #b6bec9); }
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** The page runs nothing and sends its form to this machine; browsers hold the redirect that follows to it too. */
export const signInPolicy = (redirectOrigin: string): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${redirectOrigin}`

const escaped = (text: string): string => text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)

/** Everybody there is to sign in as: no password, because whoever sits at this machine owns its data anyway. */
export function signInPage(asked: Authorization, people: Person[]): string {
  const hidden = Object.entries(asked)
    .map(([name, value = '']) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('')
  const list = (items: string[]) => `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`
  const button = (role: string, name: string, beside: string) =>
    `<button name="who" value="${escaped(JSON.stringify({ role, name }))}"><strong>${escaped(name)}</strong> <span>${escaped(beside)}</span></button>`
  const persons = people.map(({ role, name, teams }) => button(role, name, [role, ...teams].join(' · ')))
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Sign in · Throughline</title><link rel="icon" href="/favicon.svg"><style>${style}</style></head><body><main>`,
    '<h1>Throughline</h1><p>Sign in on this machine. Nobody is asked for a password here.</p>',
    `<form method="post" action="/authorize">${hidden}`,
    ...(persons.length > 0 ? ['<h2>As one of the people who work here</h2>', list(persons)] : []),
    '<h2>As a role</h2>',
    list(roles.map(role => button(role, role, duties[role]))),
    '</form></main></body></html>',
  ].join('\n')
}

const duties: Record<(typeof roles)[number], string> = {
  agent: 'answers customers',
  social: 'answers public mentions',
  marketing: 'reads reports, personal data masked',
  operator: 'connects sources, replays, configures people',
  admin: 'everything that operators do, and more',
}
