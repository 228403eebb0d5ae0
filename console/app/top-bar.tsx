import TopNavigation from '@cloudscape-design/components/top-navigation'
import { changePreferences, type Preferences, themes, usePreferences } from '../preferences/preferences.ts'
import { SearchBox } from '../search/search-box.tsx'
import { type Language, languages, type Say, useSay, useWords } from '../words/words.ts'
import { useConsole } from './console-context.ts'
import { useFollow, useGo } from './router.tsx'

const languageNames = { en: 'English', de: 'Deutsch' } as const

/** Who one is, where one searches, how the console looks. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const say = useSay()
  const go = useGo()
  const follow = useFollow()
  const { person, signOut } = useConsole().session
  const chosen = usePreferences()
  const { language } = useWords()
  const choose = (id: string) => {
    const theme = themes.find(one => `theme-${one}` === id)
    const wanted = languages.find(one => `language-${one}` === id)
    if (theme) changePreferences({ theme })
    else if (wanted) changePreferences({ language: wanted })
    else if (id === 'settings') go('/settings')
    else if (id === 'shortcuts') onHelp()
    else signOut()
  }
  return (
    <TopNavigation
      identity={{
        href: '/',
        title: 'Throughline',
        onFollow: event => follow({ preventDefault: () => event.preventDefault(), detail: { href: '/' } }),
      }}
      search={<SearchBox />}
      utilities={[
        {
          type: 'menu-dropdown',
          text: person.name,
          description: person.roles.map(role => say(`role.${role}`)).join(', '),
          iconName: 'user-profile',
          ariaLabel: say('shell.person', { name: person.name }),
          onItemClick: ({ detail }) => choose(detail.id),
          items: menuItems(say, chosen.theme, language),
        },
      ]}
    />
  )
}

const menuItems = (say: Say, chosen: Preferences['theme'], spoken: Language) => [
  { id: 'settings', text: say('settings.title') },
  { id: 'shortcuts', text: say('keys.title') },
  {
    id: 'theme',
    text: say('settings.theme'),
    items: themes.map(theme => ({
      id: `theme-${theme}`,
      text: say(`settings.theme.${theme}`),
      itemType: 'checkbox' as const,
      checked: chosen === theme,
    })),
  },
  {
    id: 'language',
    text: say('settings.language'),
    items: languages.map(one => ({
      id: `language-${one}`,
      text: languageNames[one],
      itemType: 'checkbox' as const,
      checked: one === spoken,
    })),
  },
  { id: 'sign-out', text: say('shell.sign-out') },
]
