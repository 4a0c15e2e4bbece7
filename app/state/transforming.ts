// Transforms of a large profile take longer than a click may: the reader applies them, and what was on screen stays
// until the answer is there.

import { adoptFindings, type Profile, type Transform } from '../../src/index.ts'
import { partShown, profileRead } from './derive.ts'
import { ask } from './reader.ts'
import { type State, store } from './store.ts'

let asked = 0

/** Keeps what transforms leave of the open profile in step with the view. */
export function startTransforming(): void {
  store.subscribe((state, before) => {
    const original = profileRead(state)
    const { transforms } = state.view
    if (original === profileRead(before) && transforms === before.view.transforms) return
    const id = ++asked
    if (!original || transforms.length === 0) return // what was applied last counts only while there is something to apply
    if (state.applied?.original === original && state.applied.transforms === transforms) return
    void applyTransforms(original, partShown(state), transforms).then(applied => {
      if (id === asked) store.setState({ applied, hover: -1 })
    })
  })
}

/** What transforms leave of one of the profiles that were read last, `part` of them from 1. */
export async function applyTransforms(
  original: Profile,
  part: number,
  transforms: readonly Transform[],
): Promise<State['applied']> {
  const { findings, profile, row, steps } = await ask('transform', { part, transforms }, null)
  adoptFindings(profile, findings)
  return { original, transforms, profile, row, steps }
}
