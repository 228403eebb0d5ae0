import * as z from 'zod'

/**
 * What is used of an event of an HTTP API, payload format 2.0. Its JWT authorizer has verified the token.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const httpEventSchema = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string().optional()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }).optional() }).optional(),
  }),
})

export type HttpEvent = z.output<typeof httpEventSchema>

export type HttpAnswer = { statusCode: number; headers: Record<string, string>; body: string }
