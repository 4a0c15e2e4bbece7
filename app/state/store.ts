// One truth for all views. State is split by how long it lives; nothing that can be computed is in it (see derive.ts).
// Actions are plain functions named for what a person does; nothing else writes.

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type {
  Applied,
  Audit,
  ComparedSides,
  DiagnoseAnswer,
  DroppedFile,
  FiguresAsked,
  FunctionRow,
  Halves,
  Issue,
  Matches,
  Normalisation,
  ProcessTable,
  Profile,
  Transform,
} from '../../src/index.ts'
import type { Picked, Progress, Source } from './reader.ts'
import {
  type FlameMode,
  initialView,
  type OpenedAt,
  type Origin,
  type Panel,
  type Reach,
  type SortColumn,
  type Span,
  type Summed,
  type View,
} from './view.ts'

/** What is open: one or more profiles read from one drop. */
export interface Opened {
  /** File names, for people. */
  name: string
  origin: Origin
  profiles: Profile[]
  /** By profile: the processes whose sum it is; null for a profile of one. */
  processes: (ProcessTable | null)[]
  /** Where the last of the profiles are from that were opened beside the others; null if none were. */
  beside: Beside | null
  /** When the last of the files was written, in milliseconds since 1970, but for what is beside; NaN where that is not known. */
  written: number
  /** What reading had to say, but for what is beside. */
  warnings: Issue[]
}

/** Files that were opened beside others. */
export interface Beside {
  name: string
  origin: Origin
  /** Their first profile, from 1. */
  part: number
  /** As in {@link Opened}. */
  written: number
  warnings: Issue[]
}

/** What the reader is doing. The profile on screen stays whatever this says. */
export type Task =
  | { phase: 'idle' }
  | ({ phase: 'reading'; name: string } & Progress)
  /** `ofPair`: an executable and a gmon.out were there, and both are held. */
  | { phase: 'failed'; name: string; errors: Issue[]; ofPair: boolean }

export interface State {
  opened: Opened | null
  /** Executables and gmon.out files dropped last, right, wrong or waiting: one half dropped anew is read with the other. */
  held: Halves<DroppedFile>
  task: Task
  view: View
  /** Kept by this browser. */
  theme: 'system' | 'light' | 'dark'
  /** Row of the function under the pointer in any view; -1 for none. Gone in a moment. */
  hover: FunctionRow
  /** The latest that was made of the profiles that are open: of some processes, or of two that are compared; null before any. */
  picked: { all: Profile; picked: Picked; profile: Profile } | null
  /** What transforms left of a profile that is open, the latest that were applied; null before any. */
  applied: (Applied & { original: Profile; transforms: readonly Transform[] }) | null
  /** What differs between the two that are compared, the latest that was worked out. */
  compared: { profile: Profile; normalisation: Normalisation; answer: ComparedSides } | null
  /** What may be said against the profile that `source` is of, the latest that was examined. */
  diagnosed: { source: Source; answer: DiagnoseAnswer } | null
  /** Whether the figures of its report agree with one another, the latest that was worked out. */
  audited: { source: Source; answer: Audit } | null
  /** The line of the report that somebody was led to, from 1; null once the report is there. */
  wantedLine: number | null
  /** What the latest search that was answered found; null while nothing is searched for. */
  found: { profile: Profile; matches: Matches } | null
  /** Step among the search hits, from 0. */
  hit: number
  /** What a link promised, if another profile was opened for it; null once that is dismissed. */
  mismatch: { file: string; fingerprint: string } | null
  /** The address was made by a later version of this page. */
  newerLink: boolean
  /** A later version of this page is in this browser, and waits to be asked for. */
  newerVersion: boolean
}

export const nothingHeld: Halves<DroppedFile> = { programs: [], profiles: [] }

export const store = createStore<State>()(() => ({
  opened: null,
  held: nothingHeld,
  task: { phase: 'idle' },
  view: initialView,
  theme: 'system',
  hover: -1,
  picked: null,
  applied: null,
  compared: null,
  diagnosed: null,
  audited: null,
  wantedLine: null,
  found: null,
  hit: 0,
  mismatch: null,
  newerLink: false,
  newerVersion: false,
}))

/** Joins a component to the store: renders again only when the selected value changes. */
export const useApp = <T>(select: (state: State) => T): T => useStore(store, select)

const setView = (change: Partial<View>) => store.setState(state => ({ view: { ...state.view, ...change } }))

/** Chooses a function by label: every view follows. */
export const choose = (fn: string) =>
  setView({ fn, way: 1, ...(store.getState().view.flame === 'around' ? unzoomed : {}) })
/** Lights another way to the chosen function, from 1. */
export const lightWay = (way: number) => setView({ way })
/** Chooses a function and goes to the view that tells more of it; null stands for the whole workspace. */
export const chooseIn = (fn: string, panel: Panel | null) => setView({ fn, way: 1, panel })
/** Marks a function as pointed at, in every view. */
export const pointAt = (row: FunctionRow) => {
  if (store.getState().hover !== row) store.setState({ hover: row })
}
export const search = (query: string) => store.setState(state => ({ hit: 0, view: { ...state.view, query } }))
/** Zooms the flame chart to a path of labels, root first, and to a part of the box at its end; [] shows all. */
export const zoomTo = (zoom: string[], span: Span | null = null) => setView({ zoom, span })
/** The same among the callers of the chosen function. */
export const zoomUpTo = (zoomUp: string[], spanUp: Span | null = null) => setView({ zoomUp, spanUp })
const unzoomed = { zoom: [], span: null, zoomUp: [], spanUp: null }
/** Unfolds the flame chart from all roots, or around the chosen function. */
export const unfoldFlame = (flame: FlameMode) => setView({ flame, ...unzoomed })
/** The same around another function. */
export const unfoldFlameAround = (fn: string) => setView({ fn, way: 1, flame: 'around', ...unzoomed })
/** Lets widths in the flame chart stand for something else. */
export const measureBy = (measure: View['measure']) => setView({ measure, ...unzoomed })
/** The view of a profile without times. */
export const byCalls: Pick<View, 'measure' | 'sort'> = {
  measure: 'calls',
  sort: { column: 'calls', descending: true },
}
/** Colours the boxes of the flame chart by something else. */
export const colourBy = (colouring: View['colouring']) => setView({ colouring })
/**
 * Sorts by a column: descending at first (names ascending), the other way when it is what the list is sorted by already.
 */
export const sortBy = (column: SortColumn, now: View['sort'] = store.getState().view.sort) =>
  setView({ sort: { column, descending: now.column === column ? !now.descending : column !== 'name' } })
/** Does something more to the profile before any view shows it. */
export const addTransform = (transform: Transform) =>
  setView({ transforms: [...store.getState().view.transforms, transform] })
/** Takes back one of the things that were done to the profile, by its place. */
export const removeTransform = (place: number) =>
  setView({ transforms: store.getState().view.transforms.filter((_, i) => i !== place) })
/** Does another thing in the place of one of them. */
export const replaceTransform = (place: number, transform: Transform) =>
  setView({ transforms: store.getState().view.transforms.map((other, i) => (i === place ? transform : other)) })
export const clearTransforms = () => setView({ transforms: [] })
/** So many hidden callers or callees come into the graph at a time. */
const OPENED_AT_ONCE = 6
/** Brings more hidden callers or callees of a function into the graph; what was folded away below it comes back first. */
export const openAt = (fn: string, side: OpenedAt['side']) => {
  const { opened, folded } = store.getState().view
  if (side === 'callees' && folded.includes(fn)) return setView({ folded: folded.filter(other => other !== fn) })
  const known = opened.find(one => one.fn === fn && one.side === side)
  setView({
    opened: known
      ? opened.map(one => (one === known ? { ...one, count: one.count + OPENED_AT_ONCE } : one))
      : [...opened, { fn, side, count: OPENED_AT_ONCE }],
  })
}
/** Folds away what is below a function, or unfolds it. */
export const toggleFold = (fn: string) => {
  const { folded } = store.getState().view
  setView({ folded: folded.includes(fn) ? folded.filter(other => other !== fn) : [...folded, fn] })
}
/** The graph as the page chooses it: nothing opened, nothing folded. */
export const tidyGraph = () => setView({ opened: [], folded: [] })
/** Shows in the graph what is around the chosen function; null shows all. */
export const lookAround = (around: Reach | null) => setView({ around })
/** The same, around another function. */
export const lookAroundAt = (fn: string, around: Reach) => setView({ fn, way: 1, around })
/** Shows functions from this share of all time on (0..1); NaN leaves the choice to the page. */
export const showFrom = (minShare: number) => setView({ minShare })
/** Lets the page choose so many functions for the graph. */
export const showMost = (budget: number) => setView({ minShare: Number.NaN, budget })
export const pointCalls = (direction: View['direction']) => setView({ direction })
export const showNames = (naming: View['naming']) => setView({ naming })
/** Lets the map of costs show another time per call. */
export const showCost = (cost: View['cost']) => setView({ cost })
/** Lets one panel fill the window; null brings the workspace back. */
export const fillWith = (panel: Panel | null) => setView({ panel })
/** Opens the Doctor beside the views, or closes it. */
export const showDoctor = (doctor: boolean) => setView({ doctor })
/** Reads a note on the sample, from 1; 0 ends that. What the note is about is shown once somebody asks for it. */
export const readNote = (guide: number) => setView({ guide })
/** Shows another view of the profile that is open, whatever the view before was. */
export const showView = (view: View) => store.setState({ view })
/** Asks where figures come from; null closes what answers. */
export const trace = (traced: FiguresAsked | null) => setView({ traced })
/** The same of one of two profiles that are compared. */
export const traceInSide = (side: View['side'], traced: FiguresAsked) => setView({ side, traced })
/** The same of one process alone, which all views then show. */
export const traceInProcess = (process: string, traced: FiguresAsked) =>
  setView({ processes: [process], traced, ...unzoomed })
/** Goes to a line of the report as it is printed without switches, from 1. */
export const goToLine = (line: number) =>
  store.setState(({ view }) => ({
    wantedLine: line,
    view: { ...view, traced: null, panel: 'report', report: initialView.report },
  }))
/** The report has gone where it was to go. */
export const lineReached = () => store.setState({ wantedLine: null })
/** Lets all views go by numbers of calls, where there are no times. */
export const showByCalls = () => setView({ ...byCalls, ...unzoomed })
/** Shows one view on a narrow screen, where there is room for one. */
export const showTab = (panel: Panel) => setView({ panel, doctor: false })
/** Prints the report with other switches. */
export const printWith = (change: Partial<View['report']>) =>
  setView({ report: { ...store.getState().view.report, ...change } })
export const showPart = (part: number) =>
  setView({ part, processes: [], summed: 'sum', against: null, only: null, ...unzoomed })
/** Compares what is shown with another profile that is open, the one before; null ends that. */
export const compareWith = (against: View['against']) => setView({ against, side: 'b', only: null, ...unzoomed })
/** Makes what was before what is after. */
export const swapSides = () => {
  const { against, part, processes, only } = store.getState().view
  const swapped = only && (only === 'a' ? 'b' : 'a')
  if (against) setView({ ...against, against: { part, processes }, only: swapped, ...unzoomed })
}
export const compareBy = (normalisation: Normalisation) => setView({ normalisation })
/** Compares another time of functions. */
export const compareTimes = (compared: View['compared']) => setView({ compared })
/** Lists only what this side has and the other lacks; null lists all. */
export const showOnly = (only: View['only']) => setView({ only })
/** Shows one side in the flame chart, the same part of it as far as that side has it. */
export const showSide = (side: View['side']) => setView({ side })
/** Lets all views be of these processes; none for all. */
export const chooseProcesses = (processes: readonly string[]) => setView({ processes, ...unzoomed })
/** Shows processes beside each other, or as runs one after the other. */
export const showProcessesAs = (processView: View['processView']) => setView({ processView })
export const orderRunsBy = (runOrder: View['runOrder']) => setView({ runOrder })
/** Compares the mean of some processes with that of others, the ones before, in all views. */
export const compareProcesses = (before: readonly string[], after: readonly string[]) =>
  setView({
    processes: after,
    summed: 'mean',
    against: { part: store.getState().view.part, processes: before },
    side: 'b',
    only: null,
    panel: null,
    ...unzoomed,
  })
/** Shows the sum of the processes, or the mean. */
export const sumProcesses = (summed: Summed) => setView({ summed, ...unzoomed })
export const stepToHit = (hit: number, fn: string) =>
  store.setState(state => ({ hit, view: { ...state.view, fn, way: 1 } }))
export const dismissMismatch = () => store.setState({ mismatch: null })
export const dismissFailure = () => store.setState({ task: { phase: 'idle' } })
export const setTheme = (theme: State['theme']) => store.setState({ theme })
