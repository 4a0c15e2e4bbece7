import { useMemo } from 'react'
import { type ArcProvenance, type ArcRecords, baseName, type CallSite, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { sourceTraced } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'
import { useAnswer } from './useAnswer.ts'

/** The records of an arc: where they are in the file, and where in the code and in its source the calls are. */
export function RecordTable({ of: { caller, fn }, records }: { of: ArcProvenance; records: ArcRecords }) {
  const { records: caption, recordColumns: columns, within, moreRecords } = useMessages().source
  const { listed, rest } = records.list
  const isPlaced = listed.every(({ offset }) => offset >= 0)
  const answered = useAnswer(
    'callSites',
    useApp(sourceTraced),
    useMemo(() => ({ caller, fn }), [caller, fn]),
  )
  const sites = answered && 'answer' in answered ? answered.answer : []
  return (
    <SourceTable label={caption}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          {isPlaced && <th scope="col">{columns.byte}</th>}
          <th scope="col" className="source-text">
            {columns.from}
          </th>
          {sites.length > 0 && (
            <th scope="col" className="source-text">
              {columns.line}
            </th>
          )}
          <th scope="col" className="source-text">
            {columns.to}
          </th>
          <th scope="col">{columns.calls}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ number, offset, from, fromOffset, to, toOffset, label, count }) => (
          <tr key={number}>
            <th scope="row">{formatCount(number)}</th>
            {isPlaced && <td>{formatCount(offset)}</td>}
            <td className="mono">{within(from, visibleText(caller), fromOffset)}</td>
            {sites.length > 0 && (
              <td className="mono">
                <Site site={sites.find(({ record }) => record === number)} />
              </td>
            )}
            <td className="mono">{within(to, visibleText(label || fn), toOffset)}</td>
            <td>{formatCount(count)}</td>
          </tr>
        ))}
        {rest.count > 0 && (
          <tr>
            <th scope="row" colSpan={6}>
              {moreRecords(formatCount(rest.count), rest.count, formatCount(rest.weight))}
            </th>
          </tr>
        )}
      </tbody>
    </SourceTable>
  )
}

/** Lines named of those that a call may be on. */
const MOST_LINES = 4

/** The line of a call, or those that it may be on; whole paths are in the tooltip. */
function Site({ site }: { site: CallSite | undefined }) {
  const { source: words, ui } = useMessages()
  if (!site) return null
  const { lines, isFound } = site
  const named = lines.slice(0, MOST_LINES).map(({ file, line }) => `${visibleText(baseName(file))}:${line}`)
  const list = ui.list(lines.length > MOST_LINES ? [...named, '…'] : named)
  return (
    <span title={lines.map(({ file, line }) => `${visibleText(file)}:${line}`).join('\n')}>
      {isFound || lines.length === 1 ? list : words.oneOf(list)}
    </span>
  )
}
