// From profiles that were read to what is on screen.

import type { Profile } from '../../src/index.ts'
import { pickedAsked } from './derive.ts'
import { pickProfile } from './picking.ts'
import { byCalls, type Opened, type State, store } from './store.ts'
import { applyTransforms } from './transforming.ts'
import { initialView, noOrigin, type View } from './view.ts'

/**
 * Puts a profile on screen. A link that waited for it keeps its view; else what can still be found by name stays.
 * @param isOwn Whether a person gave it: then two files are for being compared, and listings of one program are a set.
 */
export async function showOpened(opened: Opened, isOwn: boolean): Promise<void> {
  const { view: before, opened: present } = store.getState()
  const { fingerprint } = opened.origin
  const isAnother = isOwn && present !== null && before.fingerprint !== fingerprint
  const view = {
    ...before,
    ...opened.origin,
    part: Math.min(before.part, opened.profiles.length),
    ...(isAnother ? { against: null, beside: noOrigin } : {}),
  }
  // One of two was opened anew, alone.
  if (isOwn && isItself(view)) view.against = null
  const isFirst = isOwn && before.fingerprint !== fingerprint && view.against === null && view.part === 1
  const isPair = opened.profiles.length === 2 && opened.profiles.every(isWholeFile)
  if (isFirst && isPair) Object.assign(view, { part: 2, against: { part: 1, processes: [] } })
  if (isFirst && isSetOfListings(opened)) view.part = opened.profiles.length
  const { picked, applied } = await prepare(opened, view)
  const shown = picked?.profile ?? opened.profiles[view.part - 1]
  const measured = measuredFor(shown, present, before)
  store.setState(state => {
    const asked = state.view.fingerprint !== '' && fingerprint !== '' && state.view.fingerprint !== fingerprint
    const waiting = state.opened === null && asked
    const { part, against, beside } = view
    return {
      opened,
      picked,
      applied,
      task: { phase: 'idle' },
      view: { ...state.view, ...opened.origin, part, against, beside, ...measured },
      hover: -1,
      hit: 0,
      mismatch: waiting ? { file: state.view.file, fingerprint: state.view.fingerprint } : null,
    }
  })
}

/** Whether a view compares a profile with itself. */
const isItself = ({ part, processes, against }: View) =>
  against?.part === part && processes.length + against.processes.length === 0

const hasNoTimes = ({ total, arcs }: Profile) => !(total > 0) && arcs.count.some(count => count > 0)

/** Without times, views go by calls from the start; and by time again once there are some. */
function measuredFor(shown: Profile, present: Opened | null, { measure, part, sort }: View): Partial<View> {
  const { measure: usual, sort: usualSort } = initialView
  const isUsual = measure === usual && sort.column === usualSort.column
  if (hasNoTimes(shown)) return isUsual ? byCalls : {}
  const before = present?.profiles[part - 1]
  const wasSwitched = before && hasNoTimes(before) && measure === byCalls.measure
  return wasSwitched ? { measure: usual, sort: usualSort } : {}
}

/** Not one of several in a file. */
const isWholeFile = ({ completeness: { firstLine } }: Profile) => firstLine <= 1

/** The sum of all others stands behind them. */
const isSetOfListings = ({ profiles, processes }: Opened) => processes.at(-1)?.length === profiles.length - 1

/** What a link asks for beside the profile: so that it does not flash the whole profile first. */
async function prepare(opened: Opened, view: View): Promise<Pick<State, 'picked' | 'applied'>> {
  const all = opened.profiles[view.part - 1]
  const asked = pickedAsked({ ...store.getState(), opened, view })
  const picked = asked ? ((await pickProfile(all, asked)).picked ?? null) : null
  const { transforms } = view
  const source = { ...(picked?.picked ?? { part: view.part, selection: null, against: null }), transforms: [] }
  const applied = transforms.length > 0 ? await applyTransforms(picked?.profile ?? all, source, transforms) : null
  return { picked, applied }
}
