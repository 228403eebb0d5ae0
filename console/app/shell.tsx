import AppLayout from '@cloudscape-design/components/app-layout'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useKeys } from '../keys/keys.ts'
import { ShortcutHelp } from '../keys/shortcut-help.tsx'
import { useNotifications } from '../notify/use-notifications.ts'
import { MaskedBar } from '../reveal/masked-bar.tsx'
import { focusSearch } from '../search/search-box.tsx'
import { useSay } from '../words/words.ts'
import { useConsole } from './console-context.ts'
import { Navigation } from './navigation.tsx'
import { Notifications } from './notifications.tsx'
import { homeOf, useGo } from './router.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame that every screen stands in. */
export function Shell() {
  const say = useSay()
  const go = useGo()
  const { session } = useConsole()
  const [help, setHelp] = useState(false)
  useNotifications()
  useKeys({
    '?': () => setHelp(true),
    '/': focusSearch,
    g: () => go(homeOf(session.person.roles)),
  })
  return (
    <>
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <div id="top">
        <TopBar onHelp={() => setHelp(true)} />
      </div>
      <AppLayout
        headerSelector="#top"
        toolsHide
        navigationWidth={240}
        contentType="default"
        stickyNotifications
        maxContentWidth={1760}
        ariaLabels={{
          navigation: say('shell.navigation'),
          navigationClose: say('shell.navigation-close'),
          navigationToggle: say('shell.navigation-open'),
          notifications: say('shell.notifications'),
        }}
        navigation={<Navigation />}
        notifications={<Notifications />}
        content={
          <div id="main" tabIndex={-1}>
            <MaskedBar />
            <Outlet />
          </div>
        }
      />
      <ShortcutHelp visible={help} onDismiss={() => setHelp(false)} />
    </>
  )
}
