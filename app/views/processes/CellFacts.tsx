import {
  labelsOf,
  type ProcessRow,
  type ProcessTable,
  type Profile,
  timeOfTick,
  visibleText,
} from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatTimeWithError, roundTogether } from '../../ui/format.ts'
import { cellAt, hasPalePart } from './heatMap.ts'

interface Props {
  table: ProcessTable
  process: ProcessRow
  fn: number
  /** Of the sum of all. */
  profile: Profile
}

/** What one process spent in one function, and what all of them did. */
export function CellFacts({ table, process, fn, profile }: Props) {
  const { processes: words, sure } = useMessages()
  const cell = cellAt(table, process, fn)
  const isSampled = profile.samplePeriod > 0
  const error = cell && isSampled ? Math.sqrt(cell.ticks) : Number.NaN
  const all = profile.functions.self[fn] / profile.total
  return (
    <>
      <h3>{visibleText(labelsOf(profile)[fn])}</h3>
      <dl>
        <dt>{table.name[process]}</dt>
        <dd>{cell ? sure.ofItsTime(shareOf(cell.share, error / table.ticks[process], sure)) : words.noSample}</dd>
        {cell && isSampled && (
          <>
            <dt>{words.samples}</dt>
            <dd>
              {formatCount(Math.round(cell.ticks))} ± {formatCount(Math.round(Math.sqrt(cell.ticks)))}
            </dd>
          </>
        )}
        {cell && (
          <>
            <dt>{words.time}</dt>
            <dd>{formatTimeWithError(cell.ticks * timeOfTick(profile), error * timeOfTick(profile), profile.unit)}</dd>
          </>
        )}
        <dt>{words.allProcesses}</dt>
        <dd>{words.ofTheirTime(formatPercent(all))}</dd>
      </dl>
      {cell && isSampled && hasPalePart(cell.ticks) && <p>{sure.paler}</p>}
      {table.title[process] !== '' && <p>{table.title[process]}</p>}
    </>
  )
}

/** A share in percent, with its error. */
const shareOf = (share: number, error: number, words: Messages['sure']): string =>
  error > 0 ? words.plusMinus(...roundTogether(100 * share, 100 * error, { size: 1, name: '%' })) : formatPercent(share)
