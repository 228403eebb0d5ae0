import type { ObjectRecord } from '../../engines/objects/object-index.ts'
import type { ObjectStore } from '../../engines/objects/object-store.ts'
import { escapeXml, S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

/** ListObjectsV2 with prefix, start-after, max-keys and continuation; the token is the last key, in base64. */
export function listObjects(store: ObjectStore, { bucket, query }: S3Request): string {
  if (query.get('list-type') !== '2' || query.has('delimiter'))
    throw new S3Error(501, 'NotImplemented', 'The local stack lists objects by ListObjectsV2 without delimiter only')
  const limit = Math.min(1000, Number(query.get('max-keys') ?? 1000))
  const token = query.get('continuation-token')
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64').toString()
  const found = store.list({ bucket, prefix: query.get('prefix') ?? '', after, limit: limit + 1 })
  return listXml(bucket, found.slice(0, limit), found.length > limit, query.get('encoding-type') === 'url')
}

function listXml(bucket: string, page: ObjectRecord[], more: boolean, encoded: boolean): string {
  const text = (key: string) => (encoded ? encodeURIComponent(key).replaceAll('%2F', '/') : escapeXml(key))
  const contents = page.map(
    ({ key, modifiedAt, etag, size }) =>
      `<Contents><Key>${text(key)}</Key><LastModified>${new Date(modifiedAt).toISOString()}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  )
  const next = more
    ? `<NextContinuationToken>${Buffer.from(page.at(-1)?.key ?? '').toString('base64')}</NextContinuationToken>`
    : ''
  const encoding = encoded ? '<EncodingType>url</EncodingType>' : ''
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${encoding}${next}${contents.join('')}</ListBucketResult>`
}
