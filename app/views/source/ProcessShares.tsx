import type { FiguresAsked, ProcessShares } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { isComparing } from '../../state/derive.ts'
import { traceInProcess, useApp } from '../../state/store.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'

interface TimesProps {
  /** Null for one process. */
  processes: ProcessShares | null
  unit: string
  asked: FiguresAsked
}

/** What each process of a sum has of a time. */
export function ProcessTimes({ processes, unit, asked }: TimesProps) {
  const words = useMessages().source
  if (!processes || processes.count === 0) return null
  const { count, processes: all } = processes
  return (
    <>
      <h5>{words.processes}</h5>
      <p>{words.ofProcesses(formatCount(count), formatCount(all))}</p>
      <ProcessTable processes={processes} asked={asked} format={time => formatTime(time, unit)} />
    </>
  )
}

interface TableProps {
  processes: ProcessShares
  asked: FiguresAsked
  format: (part: number) => string
}

/** Parts by process; each process can be asked about alone. */
export function ProcessTable({ processes: { list }, asked, format }: TableProps) {
  const words = useMessages().source
  // Of two that are compared, a process is a part of one of the sides.
  const comparing = useApp(isComparing)
  return (
    <SourceTable label={words.processes}>
      <tbody>
        {list.listed.map(({ name, title, part }) => (
          <tr key={name}>
            <th scope="row" className="mono">
              {comparing ? (
                name
              ) : (
                <button
                  type="button"
                  className="source-link"
                  title={words.toProcess(name)}
                  onClick={() => traceInProcess(name, asked)}
                >
                  {name}
                </button>
              )}{' '}
              {title}
            </th>
            <td>{format(part)}</td>
          </tr>
        ))}
        {list.rest.count > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {words.moreProcesses(formatCount(list.rest.count), list.rest.count, format(list.rest.weight))}
            </th>
          </tr>
        )}
      </tbody>
    </SourceTable>
  )
}
