// What help and explanations of single words say, whatever the language.

import type { FunctionRow, WordFigures } from '../../../src/index.ts'
import type { CardFormats } from '../doctor/cards.ts'

export type Word = keyof WordFigures

/** How the figures of a profile are written: as cards write them, and functions by their row, as code. */
export interface WordFormats extends CardFormats {
  name(fn: FunctionRow): string
}

/** What one word means. Names, and what gprof prints, stand between backticks. */
interface Explained {
  /** As it stands on screen. */
  word: string
  means: string
}

export interface LearnMessages {
  title: string
  /** Before what the figures of the profile on screen show; and before those of two. */
  here: string
  before: string
  after: string
  /** Of what the figures are; the function is the chosen one, or the heaviest. */
  shownBy: (name: string, isChosen: boolean) => string
  /** The same where two are compared; the function is the chosen one, or the first of the changes. */
  comparedBy: (name: string, isChosen: boolean) => string
  /** Instead, while two are being compared. */
  comparing: string
  /** Instead, where nothing is open. */
  nothingOpen: string
  words: { [W in Word]: Explained & { shows: (figures: NonNullable<WordFigures[W]>, formats: WordFormats) => string } }
  /** Words of comparisons. */
  compared: Explained[]
  comparedTitle: string
  assumed: string
  assumption: string
  keys: string
  keysDo: Record<KeyDoes, string>
}

/** What keys do. */
export type KeyDoes =
  | 'search'
  | 'hits'
  | 'list'
  | 'graph'
  | 'graphChoose'
  | 'menu'
  | 'transform'
  | 'flame'
  | 'flameZoom'
  | 'source'
  | 'doctor'
  | 'compare'
  | 'costmap'
  | 'costmapPoints'
  | 'export'
  | 'processes'
  | 'report'
  | 'reportLines'
  | 'share'
  | 'help'
  | 'panels'
  | 'paste'
  | 'leave'
