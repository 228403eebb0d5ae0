import { expect, test } from 'vitest'
import { uploadUrlSigner } from '../../adapters/s3/upload-url.ts'
import { attachmentObject } from '../../core/attachment/attachment.ts'
import { fixtureApp, underBucket } from '../local/fixture-app.ts'
import { localAws } from '../local/proxy/local-aws.ts'

const serve = {
  bundle: 'export const handler = async () => undefined',
  statements: [{ Action: ['s3:PutObject'], Resource: underBucket('Intake', 'attachments/*') }],
}
const object = attachmentObject('0'.repeat(32), 'invoice.pdf')

test('the address takes the announced number of bytes and no other', async () => {
  const { clientsOf, store } = await localAws(fixtureApp({ serve }))
  const url = await uploadUrlSigner(clientsOf('serve').s3, 'intake')(object, 5)
  const put = (body: string) => fetch(url, { method: 'PUT', body })
  expect((await put('too many bytes')).status).toBe(403)
  expect((await put('1234')).status).toBe(403)
  expect(store.get('intake', object)).toBeUndefined()
  expect((await put('12345')).status).toBe(200)
  expect(store.get('intake', object)?.size).toBe(5)
})
