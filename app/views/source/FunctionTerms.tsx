import { type FunctionTerm, type Heaviest, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { trace } from '../../state/store.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'

interface Props {
  terms: Heaviest<FunctionTerm>
  label: string
  unit: string
}

/** The functions whose self times a figure is the sum of; each can be asked about in turn. */
export function FunctionTerms({ terms: { listed, rest }, label, unit }: Props) {
  const words = useMessages().source
  if (listed.length === 0) return null
  return (
    <SourceTable label={label}>
      <thead>
        <tr>
          <th scope="col">{words.termColumns.fn}</th>
          <th scope="col">{words.self}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ fn, time }) => (
          <tr key={fn}>
            <th scope="row">
              <button
                type="button"
                className="source-link mono"
                title={words.toFunction(visibleText(fn))}
                onClick={() => trace({ fn, caller: null })}
              >
                {visibleText(fn)}
              </button>
            </th>
            <td>{formatTime(time, unit)}</td>
          </tr>
        ))}
        {rest.count > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {words.moreTerms(formatCount(rest.count), rest.count, formatTime(rest.weight, unit))}
            </th>
          </tr>
        )}
      </tbody>
    </SourceTable>
  )
}
