// What a link carries, and nothing else. Functions are named, never numbered, so that a link survives the next build.

import type {
  Colouring,
  ComparedColumn,
  CostKind,
  FiguresAsked,
  Measure,
  Naming,
  Normalisation,
  ReportOptions,
  RunOrder,
  Sides,
  Transform,
} from '../../src/index.ts'

/** Columns of the function list that can sort it, of one profile and of two that are compared. */
export const ownColumns = ['name', 'self', 'total', 'children', 'calls', 'selfPerCall', 'totalPerCall'] as const
export const comparedColumns = ['before', 'after', 'change', 'ratio'] as const satisfies ComparedColumn[]
export const sortColumns = [...ownColumns, ...comparedColumns] as const
export type SortColumn = (typeof sortColumns)[number]

/** Namings of functions. */
export const namings = ['full', 'short', 'raw'] as const satisfies Naming[]

/**
 * A view of the profile. On a wide screen all but the last three are live and one may fill the window (the report and
 * the map of costs stand between list and entry); on a narrow one, one shows at a time.
 */
export const panels = ['functions', 'graph', 'flame', 'entry', 'report', 'processes', 'costmap'] as const
export type Panel = (typeof panels)[number]

/** Hidden callers or callees of a function that were brought into the graph, the heaviest first. */
export interface OpenedAt {
  /** Label of the function. */
  fn: string
  side: 'callers' | 'callees'
  count: number
}

/** How many calls away from the chosen function the graph goes; infinite for all. */
export interface Reach {
  callers: number
  callees: number
}

/** What the flame chart unfolds: all roots, or the chosen function, its callers above it and its callees below. */
export const flameModes = ['roots', 'around'] as const
export type FlameMode = (typeof flameModes)[number]

/** What widths in the flame chart stand for. */
export const measures = ['time', 'calls', 'self'] as const satisfies Measure[]

/** Of what the map of calls and costs shows the time per call. */
export const costKinds = ['self', 'total'] as const satisfies CostKind[]

/** Part of a box of the flame chart that is in view, 0..1 of its width. */
export type Span = readonly [from: number, to: number]

/** Where the profile of a link is to be had. A link tells one of these, and leaves the others empty. */
export interface Origin {
  /** Name of a sample profile that comes with the page. */
  sample: string
  /** Addresses of files that are hosted, as a rule beside the page and relative to it. They are read together. */
  hosted: readonly string[]
  /** The profile itself: a packed file, as base64url. */
  data: string
  /** A file of the person's own: what it is called, so that it can be asked for, and its profile's fingerprint. */
  file: string
  fingerprint: string
}

/** How processes are put together. */
export const summings = ['sum', 'mean'] as const
export type Summed = (typeof summings)[number]

/** How the processes of a set are shown: beside each other, or as runs one after the other. */
export const processViews = ['heat', 'trend'] as const
export type ProcessView = (typeof processViews)[number]

/** By what the figures of several profiles are made comparable. */
export const normalisations = ['time', 'share', 'perCall'] as const satisfies Normalisation[]

/** The two sides of a comparison: what is on screen is after, and what it is compared with is before. */
export const sides = ['b', 'a'] as const satisfies (keyof Sides)[]

/** Which time of functions is compared or followed: their own, or with that of what they call. */
export const comparedTimes = ['self', 'total'] as const
export type ComparedTime = (typeof comparedTimes)[number]

/** What a profile is compared with. */
export interface Against {
  /** Which of the profiles that are open, from 1: those of {@link View.beside} come after those of the file itself. */
  part: number
  /** Names of its processes; none stands for all. */
  processes: readonly string[]
}

export const noOrigin: Origin = { sample: '', hosted: [], data: '', file: '', fingerprint: '' }

/** Whether a link says at all where its profile is to be had. */
export const isNamed = ({ sample, hosted, data, fingerprint }: Origin): boolean =>
  sample !== '' || hosted.length > 0 || data !== '' || fingerprint !== ''

export interface View extends Origin {
  /** Which of several profiles in one file, from 1. */
  part: number
  /** Names of the processes, of a set of them, that all views are of; none stands for all. */
  processes: readonly string[]
  /** Whether views show their sum or their mean. */
  summed: Summed
  /** How the panel of processes shows them. */
  processView: ProcessView
  /** In which order they follow each other as runs. */
  runOrder: RunOrder
  /** What all views compare that with: the profile before. Null shows it alone. */
  against: Against | null
  /** Where a file is to be had that was opened beside the first one. */
  beside: Origin
  /** What figures of the two, or of runs, are compared by. */
  normalisation: Normalisation
  /** Which of their times the list compares, and the trend follows. */
  compared: ComparedTime
  /** The list has only the functions that this side has and the other lacks; null for all. */
  only: keyof Sides | null
  /** The side that the flame chart shows. */
  side: keyof Sides
  /** Label of the chosen function; empty for none. */
  fn: string
  /** Which of the ways to the chosen function is lit in the graph, from 1, the heaviest. */
  way: number
  flame: FlameMode
  measure: Measure
  /** Path of the zoomed flame box, root first, by label. */
  zoom: string[]
  /** The part of that box that is in view; null for all of it. */
  span: Span | null
  /** The same among the callers of the chosen function. */
  zoomUp: string[]
  spanUp: Span | null
  /** By what boxes of the flame chart are coloured; null for what is usual: names, or what changed where two are compared. */
  colouring: Colouring | null
  sort: { column: SortColumn; descending: boolean }
  /** Search text: plain, or `/regex/`. */
  query: string
  /** What is done to the profile before any view shows it, in this order. */
  transforms: readonly Transform[]
  /** How many functions the page chooses for the graph where no share is asked for. */
  budget: number
  /** Functions below this share of all time are left out of the graph, 0..1; NaN lets the page choose. */
  minShare: number
  /** Opened in the graph by hand, in this order. */
  opened: readonly OpenedAt[]
  /** Labels of functions below which the graph shows nothing. */
  folded: readonly string[]
  /** The graph shows only what is around the chosen function; null for the whole. */
  around: Reach | null
  /** Which way calls point in the graph. */
  direction: 'down' | 'right'
  /** Under which names functions are shown; links and searches know them by full names. */
  naming: Naming
  /** The time whose part per call the map of costs shows. */
  cost: CostKind
  /** The panel that fills the window; null shows the whole workspace, or on a narrow screen the graph, or the list where there are no calls. */
  panel: Panel | null
  /** Whether the Doctor is open, beside the views. */
  doctor: boolean
  /** The figures whose source is told; null for none. */
  traced: FiguresAsked | null
  /** Which of the notes on the sample is read, from 1; 0 for none. */
  guide: number
  /** gprof's switches for the report of a run. */
  report: ReportOptions
}

export const initialView: View = {
  ...noOrigin,
  part: 1,
  processes: [],
  summed: 'sum',
  processView: 'heat',
  runOrder: 'name',
  against: null,
  beside: noOrigin,
  normalisation: 'time',
  compared: 'self',
  only: null,
  side: 'b',
  fn: '',
  way: 1,
  flame: 'roots',
  measure: 'time',
  zoom: [],
  span: null,
  zoomUp: [],
  spanUp: null,
  colouring: null,
  sort: { column: 'self', descending: true },
  query: '',
  transforms: [],
  budget: 60,
  minShare: Number.NaN,
  opened: [],
  folded: [],
  around: null,
  direction: 'down',
  naming: 'full',
  cost: 'self',
  panel: null,
  doctor: false,
  traced: null,
  guide: 0,
  report: { brief: false, only: null, unused: false },
}
