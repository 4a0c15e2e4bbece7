import { type ArcTerm, type Heaviest, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'

interface Props {
  terms: Heaviest<ArcTerm>
  /** Which end of the arcs is named. */
  ends: 'caller' | 'callee'
  unit: string
  /** What those come to that are not listed. */
  rest: string
  onAsk: (other: string) => void
}

/** The arcs that a figure is the sum of; each can be asked about in turn. */
export function TermTable({ terms: { listed, rest }, ends, unit, rest: sum, onAsk }: Props) {
  const words = useMessages().source
  if (listed.length === 0) return null
  return (
    <SourceTable label={words.termColumns[ends]}>
      <thead>
        <tr>
          <th scope="col">{words.termColumns[ends]}</th>
          <th scope="col">{words.termColumns.calls}</th>
          <th scope="col">{words.termColumns.time}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ other, count, time }) => (
          <tr key={other}>
            <th scope="row">
              <button
                type="button"
                className="source-link mono"
                title={words.toArc(visibleText(other))}
                onClick={() => onAsk(other)}
              >
                {visibleText(other)}
              </button>
            </th>
            <td>{formatCount(count)}</td>
            <td>{formatTime(time, unit)}</td>
          </tr>
        ))}
        {rest.count > 0 && (
          <tr>
            <th scope="row" colSpan={3}>
              {words.moreTerms(formatCount(rest.count), rest.count, sum)}
            </th>
          </tr>
        )}
      </tbody>
    </SourceTable>
  )
}
