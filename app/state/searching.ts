// Searching a large profile takes longer than a key press may: the reader does it, and the last answer stays until the
// next one is there.

import { profileShown, sourceShown } from './derive.ts'
import { ask } from './reader.ts'
import { store } from './store.ts'

let latest: Promise<void> = Promise.resolve()
let asked = 0

/** Keeps what was found in step with the search text and with the profile on screen. */
export function startSearching(): void {
  store.subscribe((state, before) => {
    const profile = profileShown(state)
    const { query } = state.view
    if (profile === profileShown(before) && query === before.view.query) return
    const id = ++asked
    if (!profile || query.trim() === '') {
      if (state.found) store.setState({ found: null })
      return
    }
    latest = ask('search', sourceShown(state), query).then(matches => {
      if (id === asked && matches) store.setState({ found: { profile, matches } })
    })
  })
}

/** Waits until what was found belongs to what was typed. */
export const searchSettled = (): Promise<void> => latest
