// Transforms of a large profile take longer than a click may: the reader applies them, and what was on screen stays
// until the answer is there.

import { adoptFindings, type Profile, type Transform } from '../../src/index.ts'
import { profileRead, sourceRead } from './derive.ts'
import { ask, type Source } from './reader.ts'
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
    void applyTransforms(original, sourceRead(state), transforms).then(applied => {
      if (id === asked) store.setState({ applied, hover: -1 })
    })
  })
}

/** What transforms leave of a profile; `source` is how to ask about that. */
export async function applyTransforms(
  original: Profile,
  source: Source,
  transforms: readonly Transform[],
): Promise<State['applied']> {
  const { findings, profile, row, steps } = await ask('transform', { ...source, transforms }, null)
  adoptFindings(profile, findings)
  return { original, transforms, profile, row, steps }
}
