import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { parquetReadObjects } from 'hyparquet'
import { s3ArchiveFiles } from '../../adapters/s3/archive-files.ts'
import { fixtureApp, underBucket } from '../local/fixture-app.ts'
import { localAws } from '../local/proxy/local-aws.ts'

const Bucket = 'intake'
const bundle = 'export const handler = async () => undefined'
const statements = [
  { Action: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], Resource: underBucket('Intake', '*') },
  { Action: ['s3:ListBucket'], Resource: { 'Fn::GetAtt': ['Intake', 'Arn'] } },
]

/** The bucket of one machine, written as write-archive writes it, and read as whoever asks does. */
export async function archiveBucket() {
  const { clientsOf } = await localAws(fixtureApp({ serve: { bundle, statements } }))
  const { s3 } = clientsOf('serve')
  const names = async (): Promise<string[]> => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
    return Contents.flatMap(({ Key }) => Key ?? [])
  }
  const rowsOf = async (Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
    const bytes = Uint8Array.from((await Body?.transformToByteArray()) ?? [])
    return parquetReadObjects({ file: bytes.buffer })
  }
  return {
    files: s3ArchiveFiles(s3, Bucket),
    names,
    /** Every row of every file. */
    contents: async (): Promise<string> =>
      JSON.stringify(await Promise.all((await names()).map(rowsOf)), (_, value) =>
        typeof value === 'bigint' ? Number(value) : value,
      ),
  }
}
