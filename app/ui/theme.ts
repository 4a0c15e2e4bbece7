// Light, dark, or as the system says: kept by this browser, never in a link.

import { keepSetting, readSetting } from '../state/setting.ts'
import { type State, setTheme, store } from '../state/store.ts'

const SETTING = 'theme'
const themes: readonly string[] = ['system', 'light', 'dark'] satisfies State['theme'][]

const isTheme = (text: string | null): text is State['theme'] => text !== null && themes.includes(text)

/** Applies the theme that was kept, and every later choice. */
export function startTheme() {
  const kept = readSetting(SETTING)
  if (isTheme(kept)) setTheme(kept)
  apply(store.getState().theme)
  store.subscribe(({ theme }, before) => {
    if (theme === before.theme) return
    apply(theme)
    keepSetting(SETTING, theme)
  })
}

function apply(theme: State['theme']) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}
