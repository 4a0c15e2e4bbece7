import type { FiguresAsked, WholeProvenance, WholeRecords } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { isMissing } from './ArcSums.tsx'
import { FunctionTerms } from './FunctionTerms.tsx'
import { HistogramRecords } from './HistogramRecords.tsx'
import { ProcessTimes } from './ProcessShares.tsx'

/** The total of the profile: ticks in all bins, self times of all functions, shares of all processes. */
export function WholeSource({ of, asked }: { of: WholeProvenance; asked: FiguresAsked }) {
  const words = useMessages().source
  const { time, unit, functions, difference, records, processes, meanOf } = of
  const count = functions.listed.length + functions.rest.count
  return (
    <>
      <section aria-label={words.allTime}>
        <h4>{words.allTime}</h4>
        {records && <Ticks records={records} time={formatTime(time, unit)} meanOf={meanOf} />}
        {count > 0 && (
          <p className="source-sum">{words.functionsAre(formatTime(time, unit), formatCount(count), count)}</p>
        )}
        {isMissing(difference, time) && <p>{words.missing(formatTime(difference, unit))}</p>}
        <FunctionTerms terms={functions} label={words.self} unit={unit} />
        <ProcessTimes processes={processes} unit={unit} asked={asked} />
        {!records && !processes && <p className="source-note">{words.noRecords}</p>}
      </section>
      {records && <Arcs arcs={records.arcs} />}
    </>
  )
}

function Ticks({ records, time, meanOf }: { records: WholeRecords; time: string; meanOf: number }) {
  const words = useMessages().source
  const { ticks, ofFunctions, rate, histograms, files } = records
  const mean = meanOf > 1 ? formatCount(meanOf) : ''
  const outside = Math.round(ticks - ofFunctions)
  return (
    <>
      {rate > 0 && (
        <p className="source-sum">{words.allTicks(formatCount(ofFunctions), formatCount(rate), mean, time)}</p>
      )}
      {outside > 0 && <p>{words.ticksLeftOut(formatCount(outside), outside, formatCount(ticks))}</p>}
      <HistogramRecords histograms={histograms} files={files} />
    </>
  )
}

function Arcs({ arcs: { records, calls, droppedRecords, droppedCalls } }: { arcs: WholeRecords['arcs'] }) {
  const words = useMessages().source
  return (
    <section aria-label={words.records}>
      <h4>{words.records}</h4>
      <p className="source-sum">{words.recordsAre(formatCount(records), records, formatCount(calls), '', '')}</p>
      {droppedRecords > 0 && (
        <p>{words.droppedRecords(formatCount(droppedRecords), droppedRecords, formatCount(droppedCalls))}</p>
      )}
    </section>
  )
}
