import { useState } from 'react'
import {
  type ArcRow,
  type ComparedSides,
  type FunctionRow,
  foldName,
  labelsOf,
  type Profile,
  SPONTANEOUS,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { matches, nameOf } from '../../state/derive.ts'
import { choose, pointAt, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { type Amounts, amountsFor, said } from '../compared/amounts.ts'
import { MarkedName } from '../MarkedName.tsx'
import { comparedArc } from './comparedArc.ts'
import { entryRoom } from './entryRoom.ts'

interface Props {
  profile: Profile
  compared: ComparedSides
  /** The function whose entry this is. */
  fn: FunctionRow
  arcs: ArcRow[]
  /** Which end of the arcs is listed. */
  side: 'callers' | 'callees'
  heading: string
  /** Room for a row, in pixels. */
  width: number
}

/** Rows drawn at once; a function may have tens of thousands of callers. */
const AT_FIRST = 60

/** The callers of a function on both sides, or its callees: time and calls, before and after. */
export function ComparedArcs({ profile, compared, fn, arcs, side, heading, width }: Props) {
  const words = useMessages().compare
  const [limit, setLimit] = useState(AT_FIRST)
  const { a, b } = compared.total
  const largest = Math.max(0, ...[a[fn], b[fn]].filter(Number.isFinite))
  const amounts = amountsFor(compared.normalisation, largest, profile.unit, words)
  return (
    <section aria-label={heading}>
      <h4 className="entry-section">
        {heading} <span>{arcs.length > 0 && words.timeAndCalls(amounts.unit)}</span>
      </h4>
      <ul>
        {arcs.slice(0, limit).map(arc => (
          <li key={arc}>
            <ArcLine
              profile={profile}
              compared={compared}
              amounts={amounts}
              arc={arc}
              other={side === 'callers' ? profile.arcs.caller[arc] : profile.arcs.callee[arc]}
              width={width}
            />
          </li>
        ))}
      </ul>
      {arcs.length > limit && (
        <button type="button" className="button entry-more" onClick={() => setLimit(limit * 10)}>
          {words.showMore(formatCount(Math.min(arcs.length, limit * 10) - limit))}
        </button>
      )}
    </section>
  )
}

interface LineProps {
  profile: Profile
  compared: ComparedSides
  amounts: Amounts
  arc: ArcRow
  other: FunctionRow
  width: number
}

function ArcLine({ profile, compared, amounts, arc, other, width }: LineProps) {
  const { compare: words, entry } = useMessages()
  const narrow = useNarrow()
  const pointed = useApp(state => other !== SPONTANEOUS && state.hover === other)
  const hit = useApp(state => other !== SPONTANEOUS && matches(state)?.hit[other] === 1)
  const name = useApp(state => (other === SPONTANEOUS ? '' : nameOf(state)(other)))
  const { before, after, callsBefore, callsAfter } = comparedArc(compared, arc)
  const only = !compared.a.hasArc[arc] ? words.isNew : !compared.b.hasArc[arc] ? words.isGone : ''
  const change = amounts.change(after - before)
  const [timeA, timeB] = [amounts.text(before), amounts.text(after)]
  const fromTo = (first: string, second: string) => (first + second === '' ? '' : words.fromTo(first, second, ''))
  const calls = fromTo(formatCount(callsBefore), formatCount(callsAfter))
  const times = fromTo(timeA, timeB)
  const numbers = (
    <>
      <span className="compared-only">{only}</span>
      <span className="compared-change">{change}</span>
      <small>{times}</small>
      <small className="compared-calls">{calls}</small>
    </>
  )
  if (other === SPONTANEOUS)
    return (
      <div className="compared-row spontaneous" title={entry.spontaneous} data-arc={arc}>
        <span className="entry-name">{words.noCaller}</span>
        {numbers}
      </div>
    )
  const label = labelsOf(profile)[other]
  const spoken = words.arcSaid({
    name: label,
    only,
    time: times === '' ? words.notKnown : `${times} ${amounts.unit}`,
    change: said(amounts, change, words),
    calls,
  })
  return (
    <button
      type="button"
      className={`compared-row${pointed ? ' pointed' : ''}`}
      title={label}
      data-arc={arc}
      aria-label={spoken}
      onClick={() => choose(label)}
      onPointerEnter={() => pointAt(other)}
      onPointerLeave={() => pointAt(-1)}
    >
      <span className="entry-name mono">
        <MarkedName folded={foldName(name, entryRoom(width, narrow, change, only))} hit={hit} />
      </span>
      {numbers}
    </button>
  )
}
