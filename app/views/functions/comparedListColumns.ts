// Which numbers the function list shows of two profiles that are compared: before, after, and what differs.

import { type ComparedSides, type FunctionRow, isSure, rangeOfChange, ratioOf } from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import type { ComparedTime } from '../../state/view.ts'
import { formatIn } from '../../ui/format.ts'
import { amountsFor, differenceSaid, methodOf, onlyWord, rowSaid, sureWords } from '../compared/amounts.ts'
import { type Bar, type ListColumn, largestOf } from './listColumns.ts'

/** A list of this width in pixels has room for both sides beside the difference. */
const ROOM_FOR_SIDES = 400

export interface ComparedList {
  columns: ListColumn[]
  /** Whether a row may be chance. */
  isNoise: (row: FunctionRow) => boolean
  /** Both sides in few words. */
  sides: (row: FunctionRow) => string
  /** A row as one sentence, for a function of this name. */
  said: (row: FunctionRow, name: string) => string
}

/** @param all Whether there is room for all there is. */
export function comparedList(
  compared: ComparedSides,
  which: ComparedTime,
  unit: string,
  all: boolean,
  words: Messages['compare'],
): ComparedList {
  const figures = compared[which]
  const { a, b } = figures
  const known = (values: Float64Array) => largestOf(values.filter(Number.isFinite))
  const amounts = amountsFor(compared.normalisation, Math.max(known(a), known(b)), unit, words)
  const change = (row: FunctionRow) => b[row] - a[row]
  const titles = words.headTitles[which]
  const column = (
    key: ListColumn['key'],
    sort: ListColumn['sort'],
    head: string,
    rest: Partial<ListColumn> & Pick<ListColumn, 'title' | 'text' | 'width'>,
  ): ListColumn => ({
    key,
    sort,
    head,
    narrowWidth: rest.width,
    from: 0,
    bar: null,
    value: change,
    hint: row => differenceSaid(compared, which, row, amounts, words),
    ...rest,
  })
  const side = (sort: 'before' | 'after', head: string, values: Float64Array): ListColumn =>
    column(sort, sort, all ? words.inUnit(head, amounts.unit) : head, {
      title: words.inUnit(titles[sort], amounts.unit),
      width: all ? 112 : 48,
      from: ROOM_FOR_SIDES,
      text: row => amounts.text(values[row]),
      value: row => values[row],
      hint: row => (Number.isFinite(values[row]) ? undefined : words.notKnown),
    })
  const only = (row: FunctionRow) => onlyWord(compared, row, words)
  const ratio = (row: FunctionRow) => ratioOf(figures, row)
  const columns = [
    side('before', words.before, a),
    side('after', words.after, b),
    column('change', 'change', words.inUnit(words.difference, amounts.unit), {
      title: titles.change,
      width: all ? 260 : 116,
      narrowWidth: 132,
      bar: { head: '', of: changeBarsOf(compared, which) },
      text: row => amounts.change(change(row)),
    }),
    column('ratio', 'ratio', words.ratio, {
      title: titles.ratio,
      width: all ? 72 : 40,
      narrowWidth: 48,
      text: row => only(row) || (Number.isFinite(ratio(row)) ? formatIn(ratio(row), plain) : ''),
      hint: row => (ratio(row) === Number.POSITIVE_INFINITY && only(row) === '' ? words.noRatio : undefined),
    }),
  ]
  if (all)
    columns.push(
      column('range', null, words.inUnit(words.range, amounts.unit), {
        title: words.range,
        width: 160,
        text: row => {
          const [low, high] = rangeOfChange(compared, which, row)
          return Number.isFinite(high - low) ? words.between(amounts.change(low), amounts.change(high)) : ''
        },
      }),
      column('sure', null, words.sureness, {
        title: methodOf(compared, words),
        width: 180,
        text: row => sureWords(compared, which, row, words),
      }),
    )
  return {
    columns,
    isNoise: row => !isSure(figures, row),
    sides: row => words.fromTo(amounts.text(a[row]), amounts.text(b[row]), amounts.unit),
    said: (row, name) => rowSaid(compared, which, row, name, amounts, words),
  }
}

const plain = { size: 1, name: '' }

/**
 * Differences as lengths to either side of the middle, all on one scale, with their 95 % ranges. The scale is that of
 * the largest difference and of the heaviest function, so that no more than these two need be tested for it; ranges that
 * reach farther end with the room.
 */
export function changeBarsOf(compared: ComparedSides, which: ComparedTime): (row: FunctionRow) => Bar | null {
  const figures = compared[which]
  const { a, b } = figures
  const reach = reachOf(compared, which)
  const place = (value: number) => 0.5 + 0.5 * Math.max(-1, Math.min(1, value / reach))
  return row => {
    const change = b[row] - a[row]
    if (!(reach > 0) || !Number.isFinite(change) || (a[row] === 0 && b[row] === 0)) return null
    const [low, high] = rangeOfChange(compared, which, row)
    return {
      from: place(Math.min(0, change)),
      to: place(Math.max(0, change)),
      whisker: Number.isFinite(high - low) ? [place(low), place(high)] : null,
      look: !isSure(figures, row) ? 'noise' : change > 0 ? 'more' : 'less',
    }
  }
}

function reachOf(compared: ComparedSides, which: ComparedTime): number {
  const { a, b } = compared[which]
  let largest = -1
  let heaviest = -1
  for (let row = 0; row < a.length; row++) {
    if (!Number.isFinite(b[row] - a[row])) continue
    if (largest < 0 || Math.abs(b[row] - a[row]) > Math.abs(b[largest] - a[largest])) largest = row
    if (heaviest < 0 || b[row] + a[row] > b[heaviest] + a[heaviest]) heaviest = row
  }
  const ends = [largest, heaviest].filter(row => row >= 0).flatMap(row => [...rangeOfChange(compared, which, row)])
  return 1.05 * Math.max(0, ...ends.map(Math.abs).filter(Number.isFinite))
}
