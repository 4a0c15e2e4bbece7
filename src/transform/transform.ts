// Transforms: what a person does to a profile to see less of it, or other parts of it as one. Each takes a profile and
// makes another, which every view, search and export shows as it would show any. Time is conserved by each, or its loss
// is told:
//
//   focus          only call paths through the matches         loses all other time
//   ignore         only call paths through none                loses the time of the others
//   showFrom       the matches are roots                       loses time that is not below one
//   pruneBelow     the matches call nothing                    keeps all: what they called is theirs
//   hide           as if the matches had been inlined          keeps all but the self time of hidden roots
//   foldRecursion  a cycle is one function, no self calls      keeps all
//   collapse       the cycles of the matches are one each      keeps all
//   groupBy        functions of one file, namespace, … as one  keeps all
//   cut            calls as if they had not been recorded      keeps all
//   whatIf         the matches cost less, or are inlined       loses what that would save
//
// gprof knows pairs of caller and callee, not paths; what is said of paths carries its assumption further, that a call
// costs the same wherever it comes from. What the times can be at least and at most is carried along, so that what is
// certain and what is assumed can still be told apart.

import { type Profile, SPONTANEOUS } from '../profile.ts'
import type { Said } from '../saying.ts'
import { cut } from './cut.ts'
import { focus, ignore } from './focus.ts'
import { collapse, countCyclic, countRecursive, foldRecursion } from './foldRecursion.ts'
import { type Grouping, groupKeys } from './groupKeys.ts'
import { hide } from './hide.ts'
import { matchFunctions, rowOfLabel } from './matching.ts'
import { merge } from './merge.ts'
import { pruneBelow } from './pruneBelow.ts'
import type { Transformed } from './rebuild.ts'
import { say } from './sentences.ts'
import { showFrom } from './showFrom.ts'
import { type Cheaper, type Saving, whatIf } from './whatIf.ts'

/** One change to a profile. `match` is a function's label, a cycle's (`<cycle 1>`), or a `/regex/flags` over names. */
export type Transform =
  | { kind: 'focus' | 'ignore' | 'hide' | 'showFrom' | 'pruneBelow' | 'collapse'; match: string }
  | { kind: 'foldRecursion' }
  | { kind: 'groupBy'; by: Grouping }
  | { kind: 'cut'; arcs: readonly { caller: string; callee: string }[] }
  | { kind: 'whatIf'; match: string; becomes: Cheaper | 'inlined' }

/** What became of one transform. */
export interface Step {
  /** Functions that it matched, all members for `collapse`, or arcs for `cut`. With 0, it changed nothing. */
  matched: number
  /** Time that is no longer in the profile, in {@link Profile.unit}. */
  lost: number
  /** Whether some call counts are estimates. */
  estimated: boolean
  /** Why it was not applied, a sentence; null if it was, or matched nothing. */
  error: Said | null
  /** Of `whatIf`: what it would save, and where; null where nothing of that can be told. */
  saving: Saving | null
}

/** A profile after a list of transforms. */
export interface Applied {
  profile: Profile
  /** By function of the profile before: its row in the new one, that of its group where it is in one; -1 if it is gone. */
  row: Int32Array
  /** Parallel to the list. */
  steps: Step[]
}

/** Applies transforms one after the other. A list that begins like the last one goes on from there. */
export function applyTransforms(profile: Profile, transforms: readonly Transform[]): Applied {
  let current = profile
  const row = Int32Array.from({ length: profile.functions.length }, (_, fn) => fn)
  const steps: Step[] = []
  for (const transform of transforms) {
    const { step, result } = applyOne(current, transform, profile)
    steps.push(step)
    if (!result) continue
    for (let fn = 0; fn < row.length; fn++) if (row[fn] >= 0) row[fn] = result.row[row[fn]]
    current = result.profile
  }
  return { profile: current, row, steps }
}

/** A result of null leaves the profile as it is. */
interface Outcome {
  step: Step
  result: Transformed | null
}

/** The last transform of each profile. As results are profiles too, this remembers a whole list. */
const last = new WeakMap<Profile, { transform: string; original: Profile; outcome: Outcome }>()

function applyOne(profile: Profile, transform: Transform, original: Profile): Outcome {
  const text = JSON.stringify(transform)
  const known = last.get(profile)
  if (known?.transform === text && known.original === original) return known.outcome
  const outcome = change(profile, transform, original)
  last.set(profile, { transform: text, original, outcome })
  return outcome
}

function change(profile: Profile, transform: Transform, original: Profile): Outcome {
  switch (transform.kind) {
    case 'foldRecursion': {
      const matched = countRecursive(profile)
      return matched === 0 ? unchanged() : changed(profile, matched, foldRecursion(profile))
    }
    case 'groupBy': {
      const { keys, error } = groupKeys(profile.functions.name, transform.by)
      const matched = keys.filter(key => key !== null).length
      return error !== null || matched === 0 ? unchanged(error) : changed(profile, matched, merge(profile, keys))
    }
    case 'cut':
      return cutArcs(profile, transform.arcs, original)
    default: {
      const { hit, matched, error } = matchFunctions(profile, transform.match, original)
      if (matched === 0) return unchanged(error)
      if (transform.kind === 'whatIf' && transform.becomes !== 'inlined') {
        const { saving, ...result } = whatIf(profile, hit, transform.becomes)
        return changed(profile, matched, result, { saving })
      }
      if (transform.kind === 'collapse') {
        const members = countCyclic(profile, hit)
        return members === 0 ? unchanged() : changed(profile, members, collapse(profile, hit))
      }
      if (transform.kind !== 'hide' && transform.kind !== 'whatIf')
        return changed(profile, matched, byMatch[transform.kind](profile, hit))
      const hidden = hide(profile, hit)
      return hidden
        ? changed(profile, matched, hidden, { estimated: hidden.estimated })
        : unchanged(say('joinsTooMany'), matched)
    }
  }
}

const byMatch = { focus, ignore, showFrom, pruneBelow }

function cutArcs(profile: Profile, pairs: readonly { caller: string; callee: string }[], original: Profile): Outcome {
  const { arcs, functions } = profile
  const wanted = new Set(
    pairs.map(pair => `${rowOfLabel(profile, pair.caller, original)} ${rowOfLabel(profile, pair.callee, original)}`),
  )
  const isCut = Uint8Array.from(arcs.caller, (from, arc) =>
    from !== SPONTANEOUS && wanted.has(`${from} ${arcs.callee[arc]}`) ? 1 : 0,
  )
  const matched = isCut.reduce((sum, is) => sum + is, 0)
  if (matched === 0) return unchanged()
  if (functions.self.some(Number.isNaN) || profile.times === 'printed' || profile.pruned)
    return unchanged(say('mustBeWhole'), matched)
  return changed(profile, matched, cut(profile, isCut))
}

const unchanged = (error: Said | null = null, matched = 0): Outcome => ({
  step: { matched, lost: 0, estimated: false, error, saving: null },
  result: null,
})

const changed = (
  before: Profile,
  matched: number,
  result: Transformed,
  { estimated = false, saving = null }: { estimated?: boolean; saving?: Saving | null } = {},
): Outcome => ({
  step: { matched, lost: Math.max(0, before.total - result.profile.total), estimated, error: null, saving },
  result,
})
