import * as z from 'zod'

/** An item as a change of the table left it. */
export type Changed = { pk: string; sk: string; [attribute: string]: unknown }

/**
 * An attribute as Lambda hands it over from a DynamoDB stream: like DynamoDB's own JSON, with bytes in base64.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html
 */
const attributeSchema: z.ZodType<unknown> = z.lazy(() =>
  z.union([
    z.object({ S: z.string() }).transform(({ S }) => S),
    z.object({ N: z.string() }).transform(({ N }) => Number(N)),
    z.object({ BOOL: z.boolean() }).transform(({ BOOL }) => BOOL),
    z.object({ M: z.record(z.string(), attributeSchema) }).transform(({ M }) => M),
    z.object({ L: z.array(attributeSchema) }).transform(({ L }) => L),
    z.object({ NULL: z.literal(true) }).transform(() => null),
    z.object({ B: z.base64() }).transform(({ B }) => Buffer.from(B, 'base64')),
    z.object({ SS: z.array(z.string()) }).transform(({ SS }) => new Set(SS)),
    z.object({ NS: z.array(z.string()) }).transform(({ NS }) => new Set(NS.map(Number))),
    z.object({ BS: z.array(z.base64()) }).transform(({ BS }) => new Set(BS.map(bytes => Buffer.from(bytes, 'base64')))),
  ]),
)

export const imageSchema = z.record(z.string(), attributeSchema).pipe(z.looseObject({ pk: z.string(), sk: z.string() }))
