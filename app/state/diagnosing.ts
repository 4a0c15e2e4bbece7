// Once a profile is on screen, the reader examines it. What views ask comes first, so that nothing waits for that.

import { profileRead, sourceAlone } from './derive.ts'
import { ask, type Source } from './reader.ts'
import { store } from './store.ts'

/** Milliseconds after which all views have asked for what they draw. */
const AFTER_VIEWS = 100

let asked: Source | null = null
let waiting: ReturnType<typeof setTimeout> | undefined

/** Keeps what may be said against the profile in step with the profile; whatever else changes is not asked about. */
export function startDiagnosing(): void {
  store.subscribe(state => {
    const source = profileRead(state) ? sourceAlone(state) : null
    if (source === asked) return
    asked = source
    clearTimeout(waiting)
    if (source && state.diagnosed?.source !== source) waiting = setTimeout(() => void diagnose(source), AFTER_VIEWS)
  })
}

async function diagnose(source: Source): Promise<void> {
  const answer = await ask('diagnose', source, null)
  if (source === asked) store.setState({ diagnosed: { source, answer } })
}
