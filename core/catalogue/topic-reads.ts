/** What a topic mostly is: a question for the FAQ, a wish or a problem for those who build, an objection for sales. */
export const topicKinds = ['question', 'wish', 'problem', 'objection'] as const
export type TopicKind = (typeof topicKinds)[number]

/** `now`: the topic it was merged into, whose figures hold those of this one too. */
export type TopicTexts = { label: string; kind?: TopicKind; now?: string }

/** A contact that stands for its topic. */
export type TopicExample = { contactId: string; stream: string; sortAt: string }

/** What reports ask of topics. */
export type TopicReads = {
  /** What topics are called now, by id; those that were merged into another by the id they have now. */
  describe: (ids: readonly string[]) => Promise<ReadonlyMap<string, TopicTexts>>
  /** Contacts that are typical of a topic, the most typical first. */
  examples: (topic: string, limit: number) => Promise<TopicExample[]>
}
