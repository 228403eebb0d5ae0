import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../../local/settings.ts'

test('without any setting the documented defaults hold', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    smtpPort: 2525,
    dataDir: resolve('.throughline'),
    publicUrl: undefined,
    fsync: 'normal',
    dynamoEndpoint: undefined,
    smtpRelay: undefined,
  })
})

test('every setting can be given', () => {
  const env = {
    ...{ PORT: '0', SMTP_PORT: '26', THROUGHLINE_DATA: '/data', PUBLIC_URL: 'https://throughline.example.com' },
    ...{ THROUGHLINE_FSYNC: 'full', DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000', HOME: '/root' },
    SMTP_RELAY: 'smtp://127.0.0.1:1025',
  }
  expect(readSettings(env)).toEqual({
    ...{ port: 0, smtpPort: 26, dataDir: '/data', publicUrl: 'https://throughline.example.com' },
    ...{ fsync: 'full', dynamoEndpoint: 'http://127.0.0.1:8000' },
    smtpRelay: 'smtp://127.0.0.1:1025',
  })
})

test.each([
  ['PORT', '65536', 'a port from 0 to 65535'],
  ['PORT', '4000a', 'a port from 0 to 65535'],
  ['SMTP_PORT', '-1', 'a port from 0 to 65535'],
  ['THROUGHLINE_DATA', '', 'a folder'],
  ['PUBLIC_URL', 'throughline.example.com', 'http:// or https://'],
  ['PUBLIC_URL', 'ftp://throughline.example.com', 'http:// or https://'],
  ['THROUGHLINE_FSYNC', 'fast', 'normal (survives kill -9) or full'],
  ['DYNAMODB_ENDPOINT', '127.0.0.1:8000', 'http:// or https://'],
  ['SMTP_RELAY', '127.0.0.1:1025', 'smtp://'],
])('%s=%j is refused with what is allowed', (name, value, allowed) => {
  expect(() => readSettings({ [name]: value })).toThrow(`The setting ${name} is ${JSON.stringify(value)}; it must be `)
  expect(() => readSettings({ [name]: value })).toThrow(allowed)
})

test('all that is wrong is said at once', () => {
  expect(() => readSettings({ PORT: 'x', SMTP_PORT: 'y' })).toThrow(/PORT is "x".*\n.*SMTP_PORT is "y"/)
})
