// Once a profile is on screen, the reader examines it.

import { loadCards, loadMessages } from '../messages/messages.ts'
import { profileRead, sourceAlone } from './derive.ts'
import { ask, type Source } from './reader.ts'
import { store } from './store.ts'

/** Milliseconds after which all views have asked for what they draw: an audit of a large report takes longer than they do. */
const AFTER_VIEWS = 300

/** Profiles with more functions are audited once the Doctor is opened: meanwhile the reader would answer nothing else. */
const SOON_AUDITED = 5_000

let asked: Source | null = null
let wasAuditWanted = false
let waiting: ReturnType<typeof setTimeout> | undefined

/** Keeps what may be said against the profile in step with the profile; whatever else changes is not asked about. */
export function startDiagnosing(): void {
  store.subscribe(state => {
    const source = profileRead(state) ? sourceAlone(state) : null
    const isAuditWanted = state.view.doctor || (profileRead(state)?.functions.length ?? 0) <= SOON_AUDITED
    if (source === asked && isAuditWanted === wasAuditWanted) return
    const isOther = source !== asked
    asked = source
    wasAuditWanted = isAuditWanted
    clearTimeout(waiting)
    if (!source) return
    // Before the views: what is said above them leaves them less room, and a picture is laid out for the room there is.
    if (isOther && state.diagnosed?.source !== source)
      void Promise.all([ask('diagnose', source, null), loadCards(), loadMessages()]).then(
        ([answer]) => source === asked && store.setState({ diagnosed: { source, answer } }),
        () => {}, // the words of cards are out of reach: the views are there all the same
      )
    if (isAuditWanted && state.audited?.source !== source) waiting = setTimeout(() => void audit(source), AFTER_VIEWS)
  })
}

async function audit(source: Source): Promise<void> {
  const answer = await ask('audit', source, null)
  if (source === asked) store.setState({ audited: { source, answer } })
}
