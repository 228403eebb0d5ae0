import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

/** Long enough to upload a few gigabytes over a slow line. */
const expiresIn = 3600

/**
 * Signs addresses that take one PUT of an object; with `bytes`, of so many only, because the length is signed then
 * (https://github.com/aws/aws-sdk-php/issues/3108). The client must be made with `requestChecksumCalculation:
 * 'WHEN_REQUIRED'`: otherwise the SDK signs the checksum of the empty body it sees
 * (https://github.com/aws/aws-sdk-js-v3/issues/6810).
 */
export const uploadUrlSigner =
  (client: S3Client, Bucket: string) =>
  (Key: string, bytes?: number): Promise<string> =>
    bytes === undefined
      ? getSignedUrl(client, new PutObjectCommand({ Bucket, Key }), { expiresIn })
      : getSignedUrl(client, new PutObjectCommand({ Bucket, Key, ContentLength: bytes }), {
          expiresIn,
          signableHeaders: new Set(['content-length']),
        })
