import { type ReactNode, useState } from 'react'
import {
  type ArcRow,
  allCalls,
  type Bounds,
  cycleLabel,
  foldName,
  isExact,
  isInner,
  labelsOf,
  NO_CYCLE,
  type Profile,
  SPONTANEOUS,
  sampledArc,
} from '../../../src/index.ts'
import { messages, useMessages } from '../../messages/messages.ts'
import { matches, nameOf } from '../../state/derive.ts'
import { choose, pointAt, useApp } from '../../state/store.ts'
import { formatCount, formatIn, formatTime, formatTimeWithError, type Scale } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { Term } from '../help/Term.tsx'
import { MarkedName } from '../MarkedName.tsx'
import { entryRoom } from './entryRoom.ts'

interface ListProps {
  profile: Profile
  bounds: Bounds
  arcs: ArcRow[]
  /** Which end of the arcs is listed. */
  side: 'callers' | 'callees'
  heading: string
  /** What the columns of numbers are, at the right of the heading. */
  unit: ReactNode
  /** Time of the entry's function: what a full bar means. */
  total: number
  scale: Scale
  /** Room for a row, in pixels. */
  width: number
}

/** Rows drawn at once; a function may have tens of thousands of callers. */
const AT_FIRST = 60

/** One half of an entry: the callers, or the callees. */
export function EntryArcs(props: ListProps) {
  const { arcs, heading, unit, side } = props
  const { entry: words } = useMessages()
  const [limit, setLimit] = useState(AT_FIRST)
  return (
    <section aria-label={heading}>
      <h4 className="entry-section">
        {heading} <span>{unit}</span>
      </h4>
      <ul>
        {arcs.slice(0, limit).map(arc => (
          <li key={arc}>
            <ArcLine {...props} arc={arc} />
          </li>
        ))}
      </ul>
      {arcs.length > limit && (
        <button type="button" className="button entry-more" onClick={() => setLimit(limit * 10)}>
          {arcs.length > limit * 10
            ? words.showMore(formatCount(limit * 9))
            : words.showAll[side](formatCount(arcs.length))}
        </button>
      )}
    </section>
  )
}

function ArcLine({ profile, bounds, side, total, scale, width, arc }: ListProps & { arc: ArcRow }) {
  const { entry: words, pictures } = useMessages()
  const narrow = useNarrow()
  const { arcs, functions } = profile
  const other = side === 'callers' ? arcs.caller[arc] : arcs.callee[arc]
  const pointed = useApp(state => other !== SPONTANEOUS && state.hover === other)
  const hit = useApp(state => other !== SPONTANEOUS && matches(state)?.hit[other] === 1)
  const name = useApp(state => (other === SPONTANEOUS ? '' : nameOf(state)(other)))
  const time = arcs.self[arc] + arcs.children[arc]
  const calls = callsOf(profile, arc)
  const assumed = time > 0 && !isExact(profile, bounds.arcCertain[arc], bounds.arcMost[arc])
  const numbers = (
    <>
      <span className="entry-assumed" title={assumed ? rangeOf(profile, bounds, arc) : undefined}>
        {assumed && '≈'}
      </span>
      <span
        className={time === 0 ? 'entry-time zero' : 'entry-time'}
        title={Number.isNaN(time) ? words.noTimeHere : errorOf(profile, arc)}
      >
        {formatIn(time, scale)}
      </span>
      <ArcBar time={time} certain={bounds.arcCertain[arc]} total={total} />
    </>
  )
  if (other === SPONTANEOUS)
    return (
      <div className="entry-row spontaneous" title={words.spontaneous} data-arc={arc}>
        {numbers}
        <span className="entry-name">
          <Term of={['spontaneous']}>{words.noCaller}</Term>
        </span>
        <span />
      </div>
    )
  const cycle = functions.cycle[other]
  const suffix = cycle === NO_CYCLE ? '' : cycleLabel(profile, cycle)
  const label = labelsOf(profile)[other]
  const spoken = [
    label,
    suffix,
    Number.isNaN(time) ? '' : formatTime(time, profile.unit),
    assumed ? words.assumed : '',
    calls && words.callsAre(calls),
  ]
  return (
    <button
      type="button"
      className={`entry-row${pointed ? ' pointed' : ''}${time > 0 ? '' : ' no-time'}`}
      title={label}
      data-arc={arc}
      aria-label={pictures.list(spoken.filter(part => part !== ''))}
      onClick={() => choose(label)}
      onPointerEnter={() => pointAt(other)}
      onPointerLeave={() => pointAt(-1)}
    >
      {numbers}
      <span className="entry-name mono">
        <span className="entry-name-folded">
          <MarkedName folded={foldName(name, entryRoom(width, narrow, calls, suffix))} hit={hit} />
        </span>
        {suffix !== '' && <span className="entry-cycle">{suffix}</span>}
      </span>
      <Calls text={calls} />
    </button>
  )
}

/** The time of an arc with what sampling leaves open of it; nothing where there is no sample. */
function errorOf(profile: Profile, arc: ArcRow): string | undefined {
  const sampled = sampledArc(profile, arc)
  return sampled && sampled.error > 0 ? formatTimeWithError(sampled.time, sampled.error, profile.unit) : undefined
}

/** gprof's `here/all`; the second left out where both are equal, and where gprof has none (within a cycle). */
function callsOf(profile: Profile, arc: ArcRow): string {
  const here = profile.arcs.count[arc]
  const all = allCalls(profile, arc)
  if (isInner(profile, arc) || Number.isNaN(all) || here === all) return formatCount(here)
  return `${formatCount(here)}/${formatCount(all)}`
}

function Calls({ text }: { text: string }) {
  const [here, all] = text.split('/')
  return (
    <span className="entry-calls">
      {here}
      {all !== undefined && <i>/{all}</i>}
    </span>
  )
}

/** Time as a length: solid as far as it is certain, dotted where it is assumed. */
function ArcBar({ time, certain, total }: { time: number; certain: number; total: number }) {
  const part = (t: number) => (t > 0 && total > 0 ? Math.min(1, t / total) : 0)
  const solid = Math.min(part(time), part(certain))
  return (
    <span className="entry-bar">
      <i style={{ width: `${100 * solid}%` }} />
      <i className="assumed" style={{ width: `${100 * (part(time) - solid)}%` }} />
    </span>
  )
}

const rangeOf = ({ unit }: Profile, { arcCertain, arcMost }: Bounds, arc: ArcRow): string =>
  messages().entry.assumedBetween(formatTime(arcCertain[arc], unit), formatTime(arcMost[arc], unit))
