import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { smallBytes } from '../../engines/objects/body-files.ts'
import type { ObjectRecord } from '../../engines/objects/object-index.ts'
import type { ObjectStore } from '../../engines/objects/object-store.ts'
import { S3Error } from './s3-error.ts'

/** Answers with an object's headers and, unless it is a HEAD, its bytes or the one range that was asked for. */
export async function sendObject(
  store: ObjectStore,
  record: ObjectRecord,
  range: string | undefined,
  head: boolean,
  response: ServerResponse,
): Promise<void> {
  const wanted = range === undefined ? undefined : readRange(range, record.size)
  const { start, end } = wanted ?? { start: 0, end: record.size - 1 }
  response.writeHead(wanted ? 206 : 200, {
    ...headersOf(record),
    'content-length': end - start + 1,
    ...(wanted && { 'content-range': `bytes ${start}-${end}/${record.size}` }),
  })
  if (head || end < start) response.end()
  // Up to here a read takes less than a stream costs.
  else if (end - start < smallBytes) response.end(store.readSmall(record, { start, end }))
  else await pipeline(store.read(record, { start, end }), response)
}

function headersOf({ contentType, etag, modifiedAt, metadata }: ObjectRecord): OutgoingHttpHeaders {
  return {
    'content-type': contentType,
    etag: `"${etag}"`,
    'last-modified': new Date(modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  }
}

/** One byte range (RFC 9110, section 14.1.2); S3 knows no lists of them. */
function readRange(header: string, size: number): { start: number; end: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? []
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if ((first === '' && last === '') || start > end)
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable')
  return { start, end }
}
