// What a profile suffers from, in cards: each with its evidence, ranked.

import { type ArcsNearLimit, arcsNearLimit } from './cards/arcsNearLimit.ts'
import { type BadRange, badRange } from './cards/badRange.ts'
import { type CountedTwice, countedTwice } from './cards/countedTwice.ts'
import { type CountOverflow, countOverflow } from './cards/countOverflow.ts'
import { type CutListing, cutListing } from './cards/cutListing.ts'
import { type Cycle, cycles } from './cards/cycles.ts'
import { type DroppedArcs, droppedArcs } from './cards/droppedArcs.ts'
import { type FewSamples, fewSamples } from './cards/fewSamples.ts'
import { type Folded, folded } from './cards/folded.ts'
import { type Forks, forks } from './cards/forks.ts'
import { type FullBins, fullBins } from './cards/fullBins.ts'
import { type Inherited, inherited } from './cards/inherited.ts'
import { type MangledNames, mangledNames } from './cards/mangledNames.ts'
import { type MovedProgram, movedProgram } from './cards/movedProgram.ts'
import { type Neighbour, neighbour } from './cards/neighbour.ts'
import { type NoArcs, noArcs } from './cards/noArcs.ts'
import { type NoSamples, noSamples } from './cards/noSamples.ts'
import { type NotCounted, notCounted } from './cards/notCounted.ts'
import { type NothingRecorded, nothingRecorded } from './cards/nothingRecorded.ts'
import { type OddRate, oddRate } from './cards/oddRate.ts'
import { type OnePart, onePart } from './cards/onePart.ts'
import { type Overwritten, overwritten } from './cards/overwritten.ts'
import { type ProfilingOverhead, profilingOverhead } from './cards/profilingOverhead.ts'
import { type Recursion, recursion } from './cards/recursion.ts'
import { type SameNames, sameNames } from './cards/sameNames.ts'
import { type SmallFunctions, smallFunctions } from './cards/smallFunctions.ts'
import { type SplitByCalls, splitByCalls } from './cards/splitByCalls.ts'
import { type Spontaneous, spontaneous } from './cards/spontaneous.ts'
import { type StrayTime, strayTime } from './cards/strayTime.ts'
import { type Stripped, stripped } from './cards/stripped.ts'
import { type Threads, threads } from './cards/threads.ts'
import { type TimeOutside, timeOutside } from './cards/timeOutside.ts'
import { type Translated, translated } from './cards/translated.ts'
import { type UncoveredCode, uncoveredCode } from './cards/uncoveredCode.ts'
import { type UnreadLines, unreadLines } from './cards/unreadLines.ts'
import { type WrongExecutable, wrongExecutable } from './cards/wrongExecutable.ts'
import type { DiagnosisInput } from './input.ts'

/** One card, told apart by its `card`. */
export type Diagnosis =
  | ArcsNearLimit
  | BadRange
  | CountedTwice
  | CountOverflow
  | CutListing
  | Cycle
  | DroppedArcs
  | FewSamples
  | Folded
  | Forks
  | FullBins
  | Inherited
  | MangledNames
  | MovedProgram
  | Neighbour
  | NoArcs
  | NoSamples
  | NotCounted
  | NothingRecorded
  | OddRate
  | OnePart
  | Overwritten
  | ProfilingOverhead
  | Recursion
  | SameNames
  | SmallFunctions
  | SplitByCalls
  | Spontaneous
  | StrayTime
  | Stripped
  | Threads
  | TimeOutside
  | Translated
  | UncoveredCode
  | UnreadLines
  | WrongExecutable

/** Equal ranks keep this order: what the profile is worth at all, what is wrong with figures, then what explains them. */
const finders: ((input: DiagnosisInput) => Diagnosis | Diagnosis[] | null)[] = [
  wrongExecutable,
  movedProgram,
  badRange,
  nothingRecorded,
  noSamples,
  noArcs,
  stripped,
  cutListing,
  onePart,
  oddRate,
  countedTwice,
  fewSamples,
  fullBins,
  countOverflow,
  overwritten,
  forks,
  inherited,
  threads,
  timeOutside,
  droppedArcs,
  folded,
  strayTime,
  neighbour,
  notCounted,
  profilingOverhead,
  spontaneous,
  cycles,
  splitByCalls,
  smallFunctions,
  recursion,
  sameNames,
  mangledNames,
  translated,
  unreadLines,
  uncoveredCode,
  arcsNearLimit,
]

/**
 * All cards that the evidence raises: those that put conclusions at risk first, and of these and the others those first
 * that are about more of the time or of the calls.
 */
export function diagnose(input: DiagnosisInput): Diagnosis[] {
  const found = finders.flatMap(find => find(input) ?? [])
  const rank = ({ risk }: Diagnosis) => (risk === 'amber' ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b) || b.share - a.share)
}
