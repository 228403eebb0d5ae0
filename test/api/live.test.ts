import { expect, test } from 'vitest'
import * as z from 'zod'
import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { roles } from '../../core/api/role.ts'
import { hashTicket } from '../../core/live/ticket.ts'
import { makeStack, now } from './stack.ts'

const answerSchema = z.object({ ticket: z.string(), expiresAt: z.string(), url: z.string(), position: z.string() })

test.each(roles)('%s may ask for a ticket', async role => {
  const stack = makeStack()
  const { status, body } = await stack.call('POST', '/v1/live/tickets', { groups: [role] })
  expect(status).toBe(201)
  const { ticket, expiresAt, url } = answerSchema.parse(body)
  expect(url).toBe(`wss://live.example/live?ticket=${ticket}`)
  expect(Date.parse(expiresAt) - Date.parse(now)).toBe(30_000)
  const redeemed = await liveStore(stack.table).redeemTicket(hashTicket(ticket), Date.parse(now))
  expect(redeemed).toMatchObject({ subject: 'anna', groups: [role] })
})

test('nobody and unknown groups get none', async () => {
  const { call } = makeStack()
  expect((await call('POST', '/v1/live/tickets', { groups: null })).status).toBe(401)
  expect((await call('POST', '/v1/live/tickets', { groups: ['strangers'] })).status).toBe(403)
})
