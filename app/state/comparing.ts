// What differs between two profiles takes the reader a moment: the last answer stays until the next one is there.

import { isComparing, profileShown, sourceShown } from './derive.ts'
import { ask } from './reader.ts'
import { store } from './store.ts'

let asked = new AbortController()

/** Keeps what differs in step with the two that are compared, and with what they are compared by. */
export function startComparing(): void {
  store.subscribe((state, before) => {
    const profile = profileShown(state)
    const { normalisation } = state.view
    if (!profile || !isComparing(state)) return
    if (state.compared?.profile === profile && state.compared.normalisation === normalisation) return asked.abort()
    if (profile === profileShown(before) && isComparing(before) && normalisation === before.view.normalisation) return
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    void ask('compare', sourceShown(state), normalisation, { signal }).then(answer => {
      if (!signal.aborted && answer) store.setState({ compared: { profile, normalisation, answer } })
    })
  })
}
