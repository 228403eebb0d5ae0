import { type AskSentiment, askedOr } from '../sentiment/ask-sentiment.ts'
import { judgeText } from '../sentiment/judge-text.ts'
import { coldModel, type Model } from '../sentiment/model.ts'
import { type Assign, assigner } from './assign.ts'
import type { SentimentStore, TopicStore } from './store.ts'
import type { Models } from './tell-contact.ts'

/** How long a version is used before it is asked whether there is a newer one. */
const keptMs = 60_000

/**
 * What contacts are told by, read once a version. `now`: epoch ms. `ask` is asked how texts sound as long as nothing was
 * learned: what people of this company said of its own contacts wins.
 */
export function keptModels(
  topics: TopicStore,
  sentiments: SentimentStore,
  now: () => number,
  ask?: AskSentiment,
): () => Promise<Models> {
  let assign: { version: string | undefined; assign: Assign } = { version: undefined, assign: () => undefined }
  let sentiment: { version: string | undefined; model: Model } = { version: undefined, model: coldModel() }
  let reading: { at: number; models: Promise<Models> } | undefined
  const read = async (): Promise<Models> => {
    const [version, head] = await Promise.all([topics.version(), sentiments.head()])
    const exemplars = version === assign.version || version === undefined ? undefined : await topics.exemplars(version)
    if (exemplars !== undefined) assign = { version, assign: assigner(exemplars) }
    const isNew = head !== undefined && head.version !== sentiment.version
    const model = isNew ? await sentiments.model(head.version) : undefined
    if (model !== undefined) sentiment = { version: head?.version, model }
    const { model: judging, version: since } = sentiment
    const learned = since !== undefined
    return {
      assign: assign.assign,
      judge: (text, language) => askedOr(judgeText(judging, learned, text, language), learned ? undefined : ask, text),
    }
  }
  return () => {
    if (reading === undefined || now() - reading.at > keptMs) {
      const models = read()
      reading = { at: now(), models }
      models.catch(() => {
        reading = undefined
      })
    }
    return reading.models
  }
}
