import type { ProcessShares } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'

/** What each process of a sum has of a self time. */
export function ProcessTable({ processes, unit }: { processes: ProcessShares; unit: string }) {
  const words = useMessages().source
  const { listed, rest } = processes.list
  return (
    <>
      <h5>{words.processes}</h5>
      <p>{words.ofProcesses(formatCount(processes.count), formatCount(processes.processes))}</p>
      {listed.length > 0 && (
        <SourceTable label={words.processes}>
          <tbody>
            {listed.map(({ name, title, time }) => (
              <tr key={name}>
                <th scope="row" className="mono">
                  {name} {title}
                </th>
                <td>{formatTime(time, unit)}</td>
              </tr>
            ))}
            {rest.count > 0 && (
              <tr>
                <th scope="row" colSpan={2}>
                  {words.moreProcesses(formatCount(rest.count), rest.count, formatTime(rest.weight, unit))}
                </th>
              </tr>
            )}
          </tbody>
        </SourceTable>
      )}
    </>
  )
}
