import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { datasets, partitionKey } from '../../core/archive/datasets.ts'
import type { ArchiveFiles } from '../../core/archive/store.ts'
import { parquetFile } from '../parquet/parquet-file.ts'

/** The archive bucket. An object is replaced as a whole: whoever reads it meanwhile reads the old one to its end. */
export const s3ArchiveFiles = (client: S3Client, Bucket: string): ArchiveFiles => ({
  replace: async (partition, rows) => {
    const Key = partitionKey(partition)
    const Body = await parquetFile(datasets[partition.dataset].columns, rows)
    if (Body === undefined) await client.send(new DeleteObjectCommand({ Bucket, Key }))
    else await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/vnd.apache.parquet' }))
  },
})
