/**
 * What is counted, and the short name it is stored by. All of it adds up over days and values, but `customers`, which is
 * kept by day, month and year. Durations have a sum in seconds here (`…Seconds`) and, by some dimensions, a histogram.
 * What each means, for people, stands in definitions.ts.
 */
export const metrics = {
  inbound: 'i',
  outbound: 'o',
  customers: 'u',
  calls: 'k',
  answeredCalls: 'ka',
  handled: 'h',
  handleSeconds: 'hs',
  positive: 'sp',
  neutral: 'su',
  negative: 'sn',
  repeats7: 'r7',
  repeats15: 'r15',
  repeats30: 'r30',
  switches: 'w',
  opened: 'co',
  resolved: 'cr',
  reopened: 'ce',
  oneTouch: 'ct',
  firstContact: 'cf',
  transfers: 'tf',
  handOvers: 'ho',
  repeatedThemselves: 'rt',
  firstAnswers: 'f',
  firstSeconds: 'fs',
  firstWorkingSeconds: 'fw',
  nextAnswers: 'n',
  nextSeconds: 'ns',
  nextWorkingSeconds: 'nw',
  resolutionSeconds: 'rs',
  resolutionWorkingSeconds: 'rw',
  firstKept: 'fk',
  firstMissed: 'fm',
  nextKept: 'nk',
  nextMissed: 'nm',
  resolutionKept: 'rk',
  resolutionMissed: 'rm',
  csatGood: 'cg',
  csatBad: 'cb',
  npsPromoters: 'np',
  npsPassives: 'nv',
  npsDetractors: 'nd',
  promisesKept: 'pk',
  promisesBroken: 'pb',
  keptCameBack: 'pc',
  brokenCameBack: 'pd',
  outcomes: 'oc',
  outcomeValue: 'ov',
  touches: 'oh',
} as const
export type Metric = keyof typeof metrics

/** Durations with percentiles, the group their histograms lie in, and the short name of a bucket's field. */
export const histograms = {
  first: { group: 'first', code: 'F' },
  firstWorking: { group: 'first', code: 'f' },
  next: { group: 'next', code: 'F' },
  nextWorking: { group: 'next', code: 'f' },
  resolution: { group: 'resolution', code: 'F' },
  resolutionWorking: { group: 'resolution', code: 'f' },
  handle: { group: 'handle', code: 'F' },
} as const
export type Histogram = keyof typeof histograms
