import { z } from '../../statistics/interval.ts'
import type { Measured } from '../measure.ts'

/** Counts of single days, or months. */
export type Series = readonly number[]

/** Those of a period and of the one before it. */
export type Pairing = { now: Series; before: Series }

/**
 * By what something multiplied the counts of a part of the customers, against a control where there is one: the ratio of
 * (now ÷ before), per day, with the interval of its logarithm. Counts of days differ by more than Poisson's law has it
 * (Mondays, weather, news), so the variance is that of the law times the dispersion that the days themselves show
 * (quasi-Poisson: McCullagh and Nelder 1989, Generalized Linear Models, 6.2.3). No value where one of them saw nothing.
 */
export function effectOf(segment: Pairing, control?: Pairing): Measured {
  const all = [segment, ...(control ? [control] : [])]
  const n = sum(segment.now) + sum(segment.before)
  if (all.some(({ now, before }) => sum(now) === 0 || sum(before) === 0)) return { n }
  const ratio = ({ now, before }: Pairing) => sum(now) / now.length / (sum(before) / before.length)
  const value = ratio(segment) / (control ? ratio(control) : 1)
  const series = all.flatMap(({ now, before }) => [now, before])
  const variance = dispersionOf(series) * series.reduce((total, one) => total + 1 / sum(one), 0)
  const spread = Math.exp(z * Math.sqrt(variance))
  return { value, n, interval: { low: value / spread, high: value * spread } }
}

const sum = (series: Series): number => series.reduce((total, n) => total + n, 0)

/** Pearson's statistic by its degrees of freedom, each series around its own mean; never below Poisson's 1. */
export function dispersionOf(all: readonly Series[]): number {
  const free = all.reduce((total, { length }) => total + Math.max(0, length - 1), 0)
  const statistic = all.reduce((total, series) => {
    const mean = sum(series) / Math.max(1, series.length)
    return mean === 0 ? total : total + series.reduce((part, n) => part + (n - mean) ** 2 / mean, 0)
  }, 0)
  return free === 0 ? 1 : Math.max(1, statistic / free)
}
