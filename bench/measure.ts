/**
 * One figure. `reach` is what it should be at most (or at least); a figure without one is there to be read beside
 * others.
 */
export type Figure = { name: string; value: number; unit: string; reach?: { most: number } | { least: number } }

/** A measurement that stands for itself: it brings up what it needs and takes it down again. */
export type Measure = { name: string; about: string; run: () => Promise<Figure[]> }

export function reached({ value, reach }: Figure): boolean | undefined {
  if (reach === undefined) return undefined
  return 'most' in reach ? value <= reach.most : value >= reach.least
}

export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** The value below which that share of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
