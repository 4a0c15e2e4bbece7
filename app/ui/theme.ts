// Light, dark, or as the system says: kept by this browser, never in a link.

import { type State, setTheme, store } from '../state/store.ts'

const KEY = 'arcflame.theme'
const themes: readonly string[] = ['system', 'light', 'dark'] satisfies State['theme'][]

const isTheme = (text: string | null): text is State['theme'] => text !== null && themes.includes(text)

/** Applies the theme that was kept, and every later choice. */
export function startTheme() {
  const kept = read()
  if (isTheme(kept)) setTheme(kept)
  apply(store.getState().theme)
  store.subscribe(({ theme }, before) => {
    if (theme === before.theme) return
    apply(theme)
    keep(theme)
  })
}

function apply(theme: State['theme']) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}

// A browser may forbid storage; then the choice lasts as long as the page.
function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keep(theme: State['theme']) {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    return
  }
}
