import { type ArcProvenance, type FiguresAsked, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { trace } from '../../state/store.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { ArcProcesses } from './ArcProcesses.tsx'
import { RecordTable } from './RecordTable.tsx'

/** Count and time of a call, each with what it was made of. */
export function ArcSource({ of, asked }: { of: ArcProvenance; asked: FiguresAsked }) {
  const words = useMessages().source
  const { records, meanOf, count, processes } = of
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
        {processes > 0 && <ArcProcesses of={of} asked={asked} />}
      </section>
      <section aria-label={words.arcTime}>
        <h4>{words.arcTime}</h4>
        <ArcTime of={of} />
        {[...new Set([of.caller, of.fn])].map(fn => (
          <p key={fn}>
            <button type="button" className="source-link" onClick={() => trace({ fn, caller: null })}>
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
