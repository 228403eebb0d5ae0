import { account } from '../../engines/account.ts'
import type { ObjectRecord } from '../../engines/objects/object-index.ts'
import type { Announcements } from '../../engines/objects/object-store.ts'
import type { BucketNotification, BucketPlan } from '../../template/buckets.ts'

/** Which messages a stored object owes to which queues, by the notification settings of its bucket. */
export const announcementsOf =
  (buckets: BucketPlan[]): Announcements =>
  stored => {
    const bucket = buckets.find(({ name }) => name === stored.bucket)
    const interested = bucket?.notifications.filter(notification => concerns(notification, stored.key)) ?? []
    return interested.map(({ queue }) => ({ queue, message: JSON.stringify(objectCreated(stored)) }))
  }

const concerns = ({ events, prefix, suffix }: BucketNotification, key: string): boolean =>
  events.some(event => event === 's3:ObjectCreated:*' || event === 's3:ObjectCreated:Put') &&
  key.startsWith(prefix) &&
  key.endsWith(suffix)

/** The event as S3 writes it ("Event message structure", S3 User Guide); the key is form-encoded there. */
function objectCreated({ bucket, key, size, etag, modifiedAt }: Omit<ObjectRecord, 'body'>) {
  const name = encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+')
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: account.region,
        eventTime: new Date(modifiedAt).toISOString(),
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'local' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: {},
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local',
          bucket: { name: bucket, ownerIdentity: { principalId: 'local' }, arn: `arn:aws:s3:::${bucket}` },
          object: { key: name, size, eTag: etag, sequencer: modifiedAt.toString(16).toUpperCase().padStart(16, '0') },
        },
      },
    ],
  }
}
