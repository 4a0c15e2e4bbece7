// Sums of arcs: the calls of a function, or of a cycle, and its total.

import type { ArcTerm, Heaviest, TotalTerms } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { TermTable } from './TermTable.tsx'

const countOf = ({ listed, rest }: Heaviest<ArcTerm>) => listed.length + rest.count

interface CallsProps {
  calls: { count: number; own: number; arcs: Heaviest<ArcTerm> }
  unit: string
  ofCycle?: boolean
}

export function CallsSource({ calls: { count, own, arcs }, unit, ofCycle = false }: CallsProps) {
  const words = useMessages().source
  const callers = countOf(arcs)
  const ownCalls = ofCycle ? words.innerCalls : words.ownCalls
  return (
    <section aria-label={words.calls}>
      <h4>{words.calls}</h4>
      {callers === 0 ? (
        <p>{ofCycle ? words.noCallsIn : words.noCalls}</p>
      ) : (
        <p className="source-sum">
          {(ofCycle ? words.callsIn : words.callsAre)(formatCount(count), count, formatCount(callers), callers)}
        </p>
      )}
      {own > 0 && <p>{ownCalls(formatCount(own), own)}</p>}
      <TermTable terms={arcs} ends={ofCycle ? 'both' : 'caller'} unit={unit} rest={formatCount(arcs.rest.weight)} />
    </section>
  )
}

interface TotalProps {
  total: TotalTerms
  self: number
  unit: string
  ofCycle?: boolean
}

export function TotalSource({ total: { time, arcs, difference }, self, unit, ofCycle = false }: TotalProps) {
  const words = useMessages().source
  const callees = countOf(arcs)
  const written = (value: number) => formatTime(value, unit)
  if (Number.isNaN(time)) return null
  return (
    <section aria-label={words.total}>
      <h4>{words.total}</h4>
      <p className="source-sum">
        {(ofCycle ? words.totalOfCycle : words.totalIs)(
          written(time),
          written(self),
          written(time - self - difference),
          formatCount(callees),
          callees,
        )}
      </p>
      {isMissing(difference, time) && <p>{words.missing(written(difference))}</p>}
      <TermTable terms={arcs} ends={ofCycle ? 'both' : 'callee'} unit={unit} rest={written(arcs.rest.weight)} />
    </section>
  )
}

/** Whether something of a time is in none of its parts, beyond what numbers are rounded by. */
export const isMissing = (difference: number, time: number) => Math.abs(difference) > 1e-6 * Math.abs(time)
