import '@cloudscape-design/global-styles/index.css'
import './app/console.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { Broken } from './app/broken.tsx'
import { languageOf, readPreferences } from './preferences/preferences.ts'
import { openSession, readConfig } from './session/open-session.ts'
import { loadWords } from './words/load-words.ts'

const place = document.getElementById('console')
if (place === null) throw new Error('the page has no place for the console')
const root = createRoot(place)

try {
  const config = await readConfig()
  const session = await openSession(config)
  if (session !== undefined) {
    const language = languageOf(readPreferences())
    root.render(<App config={config} session={session} first={{ language, words: await loadWords(language) }} />)
  }
} catch (error) {
  root.render(<Broken error={error} />)
}
