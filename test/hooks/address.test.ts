import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hookPoster, type Resolve } from '../../adapters/hooks/post.ts'
import { isPublicAddress } from '../../adapters/hooks/public-address.ts'
import { hookUrlError } from '../../core/hooks/hook-url.ts'
import { startReceiver } from './receiver.ts'

let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.stop())

describe('addresses', () => {
  test.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '255.255.255.255', '203.0.113.5'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
    ],
    ...['2002:7f00:1::', '2001::1', '2001:db8::1', '3fff::1', 'fe80::1%eth0', '', 'localhost', '1.2.3'],
  ])('%s is none of the internet', address => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '198.20.0.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s is one of the internet',
    address => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

describe('what is typed', () => {
  test.each([
    'ftp://example.com/',
    'http://example.com/hook',
    'http://127.0.0.1:8080/',
    'https://localhost/hook',
    'https://user:word@example.com/',
    'https://example.com/#part',
    'https://intranet/hook',
    'example.com',
    '',
  ])('%s is refused', url => {
    expect(hookUrlError(url, false)).toMatch(/^(must|is) /)
  })

  test('https to the internet is taken; the machine itself on one machine only', () => {
    expect(hookUrlError('https://example.com/hook?shop=1', false)).toBeUndefined()
    expect(hookUrlError('http://127.0.0.1:8080/', true)).toBeUndefined()
    expect(hookUrlError('http://example.com/', true)).toBe('must begin with https://')
  })
})

describe('connecting', () => {
  const body = new TextEncoder().encode('{}')
  const namesLeadTo =
    (...addresses: string[]): Resolve =>
    (_name, _options, callback) =>
      callback(
        null,
        addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  const posted = async (url: string, resolve?: Resolve, loopback = false) => {
    const before = receiver.heard.length
    const { ms: _, ...outcome } = await hookPoster({ loopback, ...(resolve && { resolve }) })({
      url,
      body,
      headers: {},
    })
    return { ...outcome, heard: receiver.heard.length - before }
  }
  const refused = { trouble: 'address refused', heard: 0 }

  test('to an address that is written out is refused where it is not of the internet', async () => {
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '169.254.169.254'])
      expect(await posted(`https://${host}:${receiver.port}/`), host).toEqual(refused)
  })

  test('to a name is refused where it leads into a private network, also as one of several', async () => {
    const url = `https://example.com:${receiver.port}/`
    for (const addresses of [['127.0.0.1'], ['10.0.0.1'], ['::1'], ['169.254.169.254'], ['8.8.8.8', '127.0.0.1'], []])
      expect(await posted(url, namesLeadTo(...addresses)), addresses.join()).toEqual(refused)
  })

  test('without TLS is refused but to the machine itself, where that is allowed', async () => {
    expect(await posted('http://example.com/', namesLeadTo('8.8.8.8'))).toEqual(refused)
    expect(await posted(receiver.url, undefined, true)).toEqual({ status: 204, heard: 1 })
    expect(await posted(receiver.url.replace('127.0.0.1', 'localhost'), namesLeadTo('127.0.0.1'), true)).toEqual({
      status: 204,
      heard: 1,
    })
    expect(await posted(receiver.url.replace('127.0.0.1', 'localhost'), namesLeadTo('10.0.0.1'), true)).toEqual(refused)
  })
})
