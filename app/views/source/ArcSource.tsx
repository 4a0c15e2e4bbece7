import { type ArcProvenance, type FiguresAsked, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { SourceTable } from './SourceTable.tsx'

interface Props {
  of: ArcProvenance
  onAsk: (figures: FiguresAsked) => void
}

/** Count and time of a call, each with what it was made of. */
export function ArcSource({ of, onAsk }: Props) {
  const words = useMessages().source
  const { records, meanOf, count } = of
  return (
    <>
      <section aria-label={words.records}>
        <h4>{words.records}</h4>
        {records ? (
          <>
            <p className="source-sum">
              {words.recordsAre(
                formatCount(records.records),
                records.records,
                formatCount(records.calls),
                meanOf > 1 ? formatCount(meanOf) : '',
                formatCount(count),
              )}
            </p>
            <RecordTable of={of} records={records} />
          </>
        ) : (
          <p className="source-note">{words.noRecords}</p>
        )}
      </section>
      <section aria-label={words.arcTime}>
        <h4>{words.arcTime}</h4>
        <ArcTime of={of} />
        {[of.caller, of.fn].map(fn => (
          <p key={fn}>
            <button type="button" className="source-link" onClick={() => onAsk({ fn, caller: null })}>
              {words.toFunction(visibleText(fn))}
            </button>
          </p>
        ))}
      </section>
    </>
  )
}

function ArcTime({ of: { time: passed, count, unit } }: { of: ArcProvenance }) {
  const words = useMessages().source
  if (!passed) return <p>{words.noArcTime}</p>
  const time = (value: number) => formatTime(value, unit)
  if (passed.isPrinted) return <p>{words.printedTime(time(passed.time))}</p>
  return (
    <>
      <p className="source-sum">
        {words.arcTimeIs(
          formatCount(count),
          formatCount(passed.calls),
          time(passed.self),
          time(passed.children),
          time(passed.time),
        )}
      </p>
      {passed.calls !== count && <p>{words.assumption}</p>}
      {passed.cycle > 0 && <p>{words.ofCycle(formatCount(passed.cycle))}</p>}
    </>
  )
}

type Records = NonNullable<ArcProvenance['records']>

function RecordTable({ of: { caller, fn }, records: { list } }: { of: ArcProvenance; records: Records }) {
  const { records: caption, recordColumns: columns, within, moreRecords } = useMessages().source
  const { listed, rest } = list
  return (
    <SourceTable label={caption}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col" className="source-text">
            {columns.from}
          </th>
          <th scope="col" className="source-text">
            {columns.to}
          </th>
          <th scope="col">{columns.calls}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ number, from, fromOffset, to, toOffset, label, count }) => (
          <tr key={number}>
            <th scope="row">{formatCount(number)}</th>
            <td className="mono">{within(from, visibleText(caller), fromOffset)}</td>
            <td className="mono">{within(to, visibleText(label || fn), toOffset)}</td>
            <td>{formatCount(count)}</td>
          </tr>
        ))}
        {rest.count > 0 && (
          <tr>
            <th scope="row" colSpan={4}>
              {moreRecords(formatCount(rest.count), rest.count, formatCount(rest.weight))}
            </th>
          </tr>
        )}
      </tbody>
    </SourceTable>
  )
}
