import lighthouse, { desktopConfig } from 'lighthouse'
import type { Figure } from '../../measure.ts'

const wanted = { performance: 95, accessibility: 100, 'best-practices': 100 } as const

/** Lighthouse's scores of the queue on a desktop, in a browser that is signed in. */
export async function measureLighthouse(port: number, url: string): Promise<Figure[]> {
  const result = await lighthouse(
    `${url}/queue/all`,
    { port, output: 'json', logLevel: 'error', disableStorageReset: true, onlyCategories: Object.keys(wanted) },
    desktopConfig,
  )
  if (result === undefined) throw new Error('Lighthouse answered nothing')
  const { categories, audits } = result.lhr
  for (const { id, title, score, displayValue = '' } of Object.values(audits)) {
    if (score !== null && score < 1) process.stderr.write(`  ${id} ${score.toFixed(2)} ${title} ${displayValue}\n`)
  }
  return Object.entries(wanted).map(([id, least]) => ({
    name: `Lighthouse of the queue, desktop: ${id}`,
    value: Math.round((categories[id]?.score ?? Number.NaN) * 100),
    unit: '',
    reach: { least },
  }))
}
