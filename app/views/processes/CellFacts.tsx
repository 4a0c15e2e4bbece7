import {
  labelsOf,
  type ProcessRow,
  type ProcessTable,
  type Profile,
  timeOfTick,
  visibleText,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatTime } from '../../ui/format.ts'
import { cellAt } from './heatMap.ts'

interface Props {
  table: ProcessTable
  process: ProcessRow
  fn: number
  /** Of the sum of all. */
  profile: Profile
}

/** What one process spent in one function, and what all of them did. */
export function CellFacts({ table, process, fn, profile }: Props) {
  const words = useMessages().processes
  const cell = cellAt(table, process, fn)
  const all = profile.functions.self[fn] / profile.total
  return (
    <>
      <h3>{visibleText(labelsOf(profile)[fn])}</h3>
      <dl>
        <dt>{table.name[process]}</dt>
        <dd>{cell ? words.ofItsTime(formatPercent(cell.share)) : words.noSample}</dd>
        {cell && profile.samplePeriod > 0 && (
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
            <dd>{formatTime(cell.ticks * timeOfTick(profile), profile.unit)}</dd>
          </>
        )}
        <dt>{words.allProcesses}</dt>
        <dd>{words.ofTheirTime(formatPercent(all))}</dd>
      </dl>
      {table.title[process] !== '' && <p>{table.title[process]}</p>}
    </>
  )
}
