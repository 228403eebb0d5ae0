/** What a run is told. `seed` decides all that is generated; `corpus` is where real files lie, if they are there. */
export type SuiteOptions = { seed: number; corpus: string; explain: boolean }

/** Each metric is a count or a ratio. `remarks` are for people: what went wrong, in words of ours only. */
export type SuiteResult = { suite: string; n: number; metrics: Record<string, number>; remarks: string[] }

/** An evaluation. It only reads, and the same options over the same files give the same result. */
export type Suite = { name: string; about: string; run: (options: SuiteOptions) => SuiteResult | Promise<SuiteResult> }
