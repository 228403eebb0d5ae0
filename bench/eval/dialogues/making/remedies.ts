import type { Random } from '../../../world/random.ts'
import { expand } from '../expand.ts'
import { type Told, told } from '../told.ts'
import type { Book, Remedy } from '../wording/book.ts'

/** Words that say a remedy, in any of the languages: each entry is a set of words that all must stand there. */
const words: Record<Remedy, string> = {
  restart:
    'restart|reboot|power cycl|switched off on|turned off on|neu gestartet|neustart|aus eingeschaltet|redemarr|eteint rallum|reinici|apagado encendido',
  reset:
    'factory|full reset|reset device|werkseinstellung|gerat zuruckgesetzt|reglages usine|reinitialise appareil|ajustes fabrica|reset completo|factory reset',
  update: 'updat|aktualisiert|mis jour|mise jour|actualiz',
  reinstall: 'reinstall|deleted app installed|app neu installiert|reinstalle|reinstalado|borrado instalado app',
  cable: 'cable|socket|kabel|steckdose|prise|enchufe|plug',
  cache: 'cache|cookie',
  browser: 'browser|navigateur|navegador',
  batteries: 'batter|piles|pilas',
  clean: 'clean|descal|gereinigt|entkalkt|nettoy|detartr|limpi|descalcific',
  password: 'password|passwort|mot passe|contrasena',
  neighbours: 'neighbo|nachbarn|voisins|vecinos',
  courier: 'courier|carrier|depot|paketdienst|zusteller|transporteur|livreur|transportista|mensajeria',
}

export type TriedRemedy = { remedy: Remedy; told: Told }

/** A remedy that somebody went through, was told to go through, or did not: `holder` and `wanted` say which. */
export const remedyTold = (remedy: Remedy, holder: Told['holder']): Told => ({
  ...told('tried', words[remedy].split('|'), () => ''),
  holder,
  wanted: holder === 'customer',
})

export const doneWords = (book: Book, remedy: Remedy, random: Random): string =>
  expand(random.pick(book.remedies[remedy].done), random)
export const toDoWords = (book: Book, remedy: Remedy, random: Random): string =>
  expand(random.pick(book.remedies[remedy].todo), random)
