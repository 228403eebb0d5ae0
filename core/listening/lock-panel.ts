import { overlap, type Panel } from './listening.ts'
import type { ListeningStore } from './store.ts'

/** More panels than this were never meant to be compared by people. */
const mostPanels = 1000

/** `locked`: it stands, now or since before. Else why it cannot stand. */
export type Locked = { locked: true } | { locked: false; why: string }

/** Announces a panel, which locks it; the same again changes nothing. */
export async function lockPanel(store: ListeningStore, panel: Panel): Promise<Locked> {
  const others = await store.listPanels(mostPanels)
  const known = others.find(({ id }) => id === panel.id)
  if (known !== undefined) return same(known, panel) ? { locked: true } : { locked: false, why: locked }
  const over = others.find(other => overlap(other, panel))
  if (over !== undefined) {
    const why = `The panel ${over.id} counts one of these networks in ${over.period.from} to ${over.period.until}: begin after it.`
    return { locked: false, why }
  }
  return (await store.lockPanel(panel)) ? { locked: true } : { locked: false, why: locked }
}

const locked = 'A panel is locked for its period. Announce another one, under a new id, for the next period.'

function same(known: Panel, panel: Panel): boolean {
  const content = ({ period, networks, members }: Panel) => JSON.stringify([period, networks, members])
  return content(known) === content(panel)
}
