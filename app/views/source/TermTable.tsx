import { type ArcTerm, type Heaviest, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { trace } from '../../state/store.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'

interface Props {
  terms: Heaviest<ArcTerm>
  /** Which end of the arcs is named, or both. */
  ends: 'caller' | 'callee' | 'both'
  unit: string
  /** What those come to that are not listed. */
  rest: string
}

/** The arcs that a figure is the sum of; each can be asked about in turn. */
export function TermTable({ terms: { listed, rest }, ends, unit, rest: sum }: Props) {
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
        {listed.map(({ caller, fn, count, time }) => {
          const name =
            ends === 'both'
              ? words.arc(visibleText(caller), visibleText(fn))
              : visibleText(ends === 'caller' ? caller : fn)
          return (
            <tr key={`${caller}\n${fn}`}>
              <th scope="row">
                <button
                  type="button"
                  className="source-link mono"
                  title={words.toArc(name)}
                  onClick={() => trace({ fn, caller })}
                >
                  {name}
                </button>
              </th>
              <td>{formatCount(count)}</td>
              <td>{formatTime(time, unit)}</td>
            </tr>
          )
        })}
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
