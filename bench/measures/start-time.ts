import type { Measure } from '../measure.ts'
