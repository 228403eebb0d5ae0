import { type BedrockRuntimeClient, ConverseCommand, type ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime'

/** How a client for this is to be made: somebody waits, so one retry at most (of throttling, 5xx, a model that is not ready). */
export const impatient = { maxAttempts: 2 }

/** What a model is asked: the rules, the text that they are about, and how long and how much it may answer. */
export type Asking = { system: string; text: string; maxTokens: number; milliseconds: number }

/** The model gave no answer that can be used. The message is one of fixed words: an answer repeats what customers wrote. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/**
 * What a model that takes messages answers, all of it, at temperature 0.
 *
 * Converse: POST /model/{modelId}/converse, `output.message.content[].text`, `stopReason` (`end_turn` when the model said all).
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * Bedrock stores neither the request nor the answer (ibid.), unless the account logs invocations.
 *
 * @throws NoAnswer when the answer is cut short.
 * @throws BedrockRuntimeServiceException: ThrottlingException (429), ServiceUnavailableException (503), InternalServerException
 *   (500), ModelNotReadyException (429) after the retry; AccessDeniedException (403), ValidationException (400),
 *   ResourceNotFoundException (404), ModelErrorException (424) and ModelTimeoutException (408).
 *   https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 * @throws AbortError after `milliseconds`, the retry included.
 */
export async function converse(client: BedrockRuntimeClient, modelId: string, asking: Asking): Promise<string> {
  const command = new ConverseCommand({
    modelId,
    system: [{ text: asking.system }],
    messages: [{ role: 'user', content: [{ text: asking.text }] }],
    inferenceConfig: { maxTokens: asking.maxTokens, temperature: 0 },
  })
  return said(await client.send(command, { abortSignal: AbortSignal.timeout(asking.milliseconds) }))
}

function said({ output, stopReason }: ConverseCommandOutput): string {
  if (stopReason !== 'end_turn') throw new NoAnswer('the answer was cut short')
  return (output?.message?.content ?? []).map(({ text }) => text ?? '').join('')
}
