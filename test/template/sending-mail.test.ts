import { expect, test } from 'vitest'
import * as z from 'zod'
import { type StageName, synthesized } from './synthesized.ts'

const statementSchema = z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })
const policySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(statementSchema) }) })

/** Who may send mail, and from which identities. */
const senders = (stage: StageName) =>
  synthesized(stage)
    .ofType('AWS::IAM::Policy')
    .flatMap(({ id, Properties }) =>
      policySchema
        .parse(Properties)
        .PolicyDocument.Statement.filter(({ Action }) => [Action].flat().some(action => action.startsWith('ses:Send')))
        .map(({ Action, Resource }) => ({ id, actions: [Action].flat(), on: identitiesIn(Resource) })),
    )

const identitiesIn = (resource: unknown): string[] => JSON.stringify(resource).match(/(?<=:identity\/)[^"]+/g) ?? []

test.each([
  ['local' as const, ['localhost', 'example.com', 'larkfield.example.com', 'merrow.example.com']],
  ['prod' as const, ['throughline.example']],
])(
  'in stage %s send-reply alone sends mail from the identities of the stage, and send-digests from the first; both raw',
  (stage, identities) => {
    expect(senders(stage)).toEqual([
      {
        id: expect.stringMatching(/^SendReply/),
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        on: identities,
      },
      {
        id: expect.stringMatching(/^SendDigests/),
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        on: identities.slice(0, 1),
      },
    ])
  },
)
