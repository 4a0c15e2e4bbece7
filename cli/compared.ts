// What a table of changes tells, in one form whether one run was compared with another or several with several.

import {
  compareProfiles,
  compareRepeated,
  type Issue,
  intervalOf,
  labelsOf,
  type Normalisation,
  type Profile,
  SIGNIFICANT,
} from '../src/index.ts'

/** One function on both sides: means, where there are several runs. */
export interface ChangeRow {
  label: string
  /** Where one side lacks it. */
  only: 'before' | 'after' | null
  /** Self time, as it was asked to be compared. */
  before: number
  after: number
  /** 95 % range of the difference. */
  low: number
  high: number
  /** False discovery rate over all functions: noise if more than {@link SIGNIFICANT}. */
  rate: number
  /** By how much its self time grew, whatever it was compared by. */
  more: number
}

export interface Compared {
  all: { a: number; b: number; p: number; interval: readonly [low: number, high: number] }
  /** Of functions with time: changes first, each by its size, then noise. */
  rows: ChangeRow[]
  functions: { both: number; gone: number; fresh: number }
  /** By what changes were told from noise. */
  method: string
  warnings: Issue[]
}

/** Compares the runs of two sides. */
export function compareSides(before: Profile[], after: Profile[], by: Normalisation): Compared {
  const found = before.length + after.length > 2 ? ofRuns(before, after, by) : ofTwo(before[0], after[0], by)
  const { rows, ...rest } = found
  const count = (only: ChangeRow['only']) => rows.filter(row => row.only === only).length
  const isNoise = ({ rate }: ChangeRow) => Number(rate > SIGNIFICANT)
  const size = (row: ChangeRow) => Math.abs(row.after - row.before) || 0
  return {
    ...rest,
    method: methodOf(before.length, after.length),
    functions: { both: count(null), gone: count('before'), fresh: count('after') },
    rows: rows
      .filter(row => row.before > 0 || row.after > 0)
      .sort((i, j) => isNoise(i) - isNoise(j) || size(j) - size(i)),
  }
}

type Found = Pick<Compared, 'all' | 'rows' | 'warnings'>

function ofTwo(a: Profile, b: Profile, by: Normalisation): Found {
  const comparison = compareProfiles(a, b, by)
  const { pairs, self, all, warnings } = comparison
  const [labelsA, labelsB] = [labelsOf(a), labelsOf(b)]
  const timeOf = ({ functions }: Profile, fn: number) => (fn < 0 ? 0 : functions.self[fn])
  const rows = Array.from(self.rate, (rate, row): ChangeRow => {
    const [fnA, fnB] = [pairs.a[row], pairs.b[row]]
    const [low, high] = intervalOf(a, b, comparison, 'self', row)
    return {
      label: fnA >= 0 ? labelsA[fnA] : labelsB[fnB],
      only: onlyIn(fnA >= 0, fnB >= 0),
      ...{ before: self.a[row], after: self.b[row], low, high, rate },
      more: timeOf(b, fnB) - timeOf(a, fnA),
    }
  })
  return { all, rows, warnings }
}

function ofRuns(before: Profile[], after: Profile[], by: Normalisation): Found {
  const { functions, self, selfTime, all, warnings } = compareRepeated(before, after, by)
  const isIn = (rows: Int32Array[], row: number) => rows.some(of => of[row] >= 0)
  const [rowsA, rowsB] = [functions.rows.slice(0, before.length), functions.rows.slice(before.length)]
  const rows = functions.label.map(
    (label, row): ChangeRow => ({
      label,
      only: onlyIn(isIn(rowsA, row), isIn(rowsB, row)),
      ...{ before: self.a[row], after: self.b[row], low: self.low[row], high: self.high[row], rate: self.rate[row] },
      more: selfTime.b[row] - selfTime.a[row],
    }),
  )
  return { all, rows, warnings }
}

const onlyIn = (before: boolean, after: boolean): ChangeRow['only'] => (!after ? 'before' : !before ? 'after' : null)

function methodOf(before: number, after: number): string {
  const many = (n: number) => (n === 1 ? '1 run' : `${n} runs`)
  const what = `${many(before)} before, ${many(after)} after: `
  if (before === 1 && after === 1)
    return `${what}noise is what the chance of sampling brings about (exact tests of counts).`
  const single = ' A single run is taken to vary as much as those of the other side.'
  return (
    `${what}figures are means, and noise is what the spread between runs (${before > 1 && after > 1 ? 'Welch' : 'Student'}’s t test) ` +
    `or the chance of sampling brings about.${before === 1 || after === 1 ? single : ''}`
  )
}
