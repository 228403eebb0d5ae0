import type { AttributeValue } from '@aws-sdk/client-dynamodb'

type Attributes = Record<string, AttributeValue>
type Read = (keys: Attributes[]) => Promise<Attributes[]>
type Asked = { names: Set<string>; resolve: (found: Attributes[]) => void; reject: (error: unknown) => void }

/**
 * One read for all that is asked for in one turn of the event loop, each key once. A function that handles a batch of
 * messages side by side asks in a call or two for what would take a call a message. When the read fails, all who asked
 * fail.
 */
export function gatheredReads(read: Read): Read {
  let asked: Asked[] = []
  const wanted = new Map<string, Attributes>()

  const readAll = async () => {
    const askers = asked
    const keys = [...wanted.values()]
    asked = []
    wanted.clear()
    try {
      const found = (await read(keys)).map(item => ({ name: nameOf(item), item }))
      for (const { names, resolve } of askers)
        resolve(found.filter(({ name }) => names.has(name)).map(({ item }) => item))
    } catch (error) {
      for (const { reject } of askers) reject(error)
    }
  }

  return keys =>
    new Promise((resolve, reject) => {
      if (keys.length === 0) return resolve([])
      if (asked.length === 0) setImmediate(readAll)
      const named = keys.map(key => [nameOf(key), key] as const)
      asked.push({ names: new Set(named.map(([name]) => name)), resolve, reject })
      for (const [name, key] of named) wanted.set(name, key)
    })
}

const nameOf = ({ pk, sk }: Attributes): string => JSON.stringify([pk?.S, sk?.S])
