import { rangeOfValue, type TrendFigures, visibleText } from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { formatCount } from '../../ui/format.ts'
import { type Written, writtenFigure } from '../compared/comparedFigures.ts'

/** A run of a function, and how its figures are written. */
export interface RunTold {
  /** Names of all runs. */
  runs: readonly string[]
  run: number
  written: Written
  /** All views show it. */
  isChosen: boolean
}

/** The 95 % range of a run in words; null where it is not known. */
export function rangeInWords(
  figures: TrendFigures,
  row: number,
  { runs, run, written }: Omit<RunTold, 'isChosen'>,
): [low: string, high: string] | null {
  const [low, high] = rangeOfValue(figures, row * runs.length + run)
  return Number.isNaN(low) ? null : [writtenFigure(low, written), writtenFigure(high, written)]
}

/** A figure as a sentence: of which run it is, and how sure. */
export function sentenceOfRun(figures: TrendFigures, row: number, told: RunTold, words: Messages['trend']): string {
  const { runs, run, written, isChosen } = told
  const figure = writtenFigure(figures.value[row * runs.length + run], written)
  const point = words.point(formatCount(run + 1), formatCount(runs.length), visibleText(runs[run]), figure)
  const range = rangeInWords(figures, row, told)
  const sentence = range ? words.pointRange(point, ...range) : point
  return isChosen ? words.pointChosen(sentence) : sentence
}
