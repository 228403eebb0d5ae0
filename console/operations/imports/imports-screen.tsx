import { useGo } from '../../app/router.tsx'
import { addressOf } from '../places.ts'
import { ImportForm } from './import-form.tsx'

/** A file of history or logs is taken in; how far it is stands at an address of its own. */
export function ImportsScreen() {
  const go = useGo()
  return <ImportForm onStarted={id => go(addressOf('imports', id))} />
}
