import type { FiguresAsked, FunctionProvenance } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { BinSource } from './BinSource.tsx'
import { ProcessTable } from './ProcessTable.tsx'
import { TermTable } from './TermTable.tsx'

interface Props {
  of: FunctionProvenance
  onAsk: (figures: FiguresAsked) => void
}

/** Self time, calls and total of a function, each with what it was made of. */
export function FunctionSource({ of, onAsk }: Props) {
  const words = useMessages().source
  const { fn, unit, self, calls, total, origin } = of
  const callers = calls.arcs.listed.length + calls.arcs.rest.count
  const callees = total.arcs.listed.length + total.arcs.rest.count
  const time = (value: number) => formatTime(value, unit)
  const isRefined = origin === 'file' && self.printed >= 0 && time(self.printed) !== time(self.time)
  const isMissing = Math.abs(total.difference) > 1e-6 * Math.abs(total.time)
  return (
    <>
      <section aria-label={words.self}>
        <h4>{words.self}</h4>
        {isRefined && <p>{words.refined(time(self.printed), time(self.time))}</p>}
        {self.bins && <BinSource of={of} bins={self.bins} />}
        {self.processes && self.processes.count > 0 && <ProcessTable processes={self.processes} unit={unit} />}
        {!self.bins && !self.processes && <p className="source-note">{words.noRecords}</p>}
      </section>
      <section aria-label={words.calls}>
        <h4>{words.calls}</h4>
        {callers === 0 ? (
          <p>{words.noCalls}</p>
        ) : (
          <p className="source-sum">
            {words.callsAre(formatCount(calls.count), calls.count, formatCount(callers), callers)}
          </p>
        )}
        {calls.own > 0 && <p>{words.ownCalls(formatCount(calls.own), calls.own)}</p>}
        <TermTable
          terms={calls.arcs}
          ends="caller"
          unit={unit}
          rest={formatCount(calls.arcs.rest.weight)}
          onAsk={other => onAsk({ fn, caller: other })}
        />
      </section>
      {!Number.isNaN(total.time) && (
        <section aria-label={words.total}>
          <h4>{words.total}</h4>
          <p className="source-sum">
            {words.totalIs(
              time(total.time),
              time(self.time),
              time(total.time - self.time - total.difference),
              formatCount(callees),
              callees,
            )}
          </p>
          {isMissing && <p>{words.missing(time(total.difference))}</p>}
          <TermTable
            terms={total.arcs}
            ends="callee"
            unit={unit}
            rest={time(total.arcs.rest.weight)}
            onAsk={other => onAsk({ fn: other, caller: fn })}
          />
        </section>
      )}
    </>
  )
}
