import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSecrets } from '../../../local/data/secrets-file.ts'
import { tempDir } from '../temp-dir.ts'

test('the first look makes random secrets that only the owner can read, and later looks find them', () => {
  const [here, there] = [tempDir(), tempDir()]
  const made = readSecrets(here)
  expect(readSecrets(here)).toEqual(made)
  expect(statSync(join(here, 'secrets.json')).mode & 0o777).toBe(0o600)
  const values = ({ twilio, meta, x, contacts, identity }: typeof made) => [
    ...[twilio.authToken, meta.appSecret, meta.verifyToken, x.consumerSecret, contacts.local, identity.key],
  ]
  expect(new Set([...values(made), ...values(readSecrets(there))]).size).toBe(12)
})

test('real secrets and further sources that an operator puts there are used', () => {
  const dataDir = tempDir()
  const own = { ...readSecrets(dataDir), twilio: { authToken: 'from Twilio' }, contacts: { local: 'one', shop: 'two' } }
  writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(own))
  expect(readSecrets(dataDir)).toEqual(own)
})

test('what is missing or wrong is named, and no secret is repeated', () => {
  const dataDir = tempDir()
  const { x: _, ...rest } = readSecrets(dataDir)
  writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify({ ...rest, identity: { key: 'a very short key' } }))
  expect(() => readSecrets(dataDir)).toThrow(/secrets\.json lacks or has in a wrong form: x, identity\.key/)
  expect(() => readSecrets(dataDir)).not.toThrow(/short/)
  writeFileSync(join(dataDir, 'secrets.json'), readFileSync(join(dataDir, 'secrets.json'), 'utf8').slice(0, 20))
  expect(() => readSecrets(dataDir)).toThrow(/secrets\.json cannot be read/)
})
