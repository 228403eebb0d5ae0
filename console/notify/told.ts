import * as z from 'zod'

const key = 'throughline.told'
const mostKept = 300
const toldSchema = z.array(z.string()).catch([])

/**
 * Whether something was not told yet in this browser, by whichever tab; from then on it was. Tabs share what is kept, so
 * one of them tells it.
 */
export function tellOnce(id: string): boolean {
  const known = toldSchema.parse(parsed(localStorage.getItem(key)))
  if (known.includes(id)) return false
  localStorage.setItem(key, JSON.stringify([...known, id].slice(-mostKept)))
  return true
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]')
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
