import { useEffect, useState } from 'react'
import {
  type CycleCuts as Cuts,
  type CycleCut,
  type CycleRow,
  type FunctionRow,
  foldName,
  labelsOf,
  type Profile,
} from '../../../src/index.ts'
import { nameOf, sourceShown } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { addTransform, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, THIN } from '../../ui/format.ts'

/** Single arcs that are offered, beside those that break the cycle whole. */
const MOST_SINGLE = 3
/** Arcs told one by one; the others are counted. */
const MOST_ARCS = 4

interface Props {
  profile: Profile
  cycle: CycleRow
}

/** Which calls, left out, break a cycle: each an offer to leave them out. Worked out when somebody asks. */
export function CycleCuts({ profile, cycle }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details className="cycle-cuts" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Which calls hold it together</summary>
      {open && <Offers profile={profile} cycle={cycle} />}
    </details>
  )
}

function Offers({ profile, cycle }: Props) {
  const source = useApp(sourceShown)
  const [cuts, setCuts] = useState<Cuts | null>(null)
  const [error, setError] = useState('')
  useEffect(() => {
    let isStale = false
    ask('cycleCuts', source, cycle).then(
      found => {
        if (!isStale) setCuts(found)
      },
      (reason: Error) => {
        if (!isStale) setError(reason.message)
      },
    )
    return () => {
      isStale = true
    }
  }, [source, cycle])
  if (error !== '') return <p className="cycle-facts">They could not be worked out: {error}</p>
  if (!cuts) return <p className="cycle-facts">Looking …</p>
  const partial = cuts.single.filter(({ left }) => left > 0).slice(0, MOST_SINGLE)
  if (cuts.whole.length + partial.length === 0)
    return <p className="cycle-facts">No call that is left makes it a cycle: its times are just not told apart.</p>
  return (
    <>
      <p className="cycle-facts">
        Without them gprof would divide the time of each member on its own, as with -k. Their calls no longer count, so
        times are divided by the others.
      </p>
      <ul>
        {[...cuts.whole, ...partial].map(cut => (
          <li key={cut.arcs.join(' ')}>
            <Offer profile={profile} cut={cut} />
          </li>
        ))}
      </ul>
      {!cuts.isLeast && cuts.whole.length > 0 && (
        <p className="cycle-facts">The cycle is too large to be sure that no fewer calls would do.</p>
      )}
    </>
  )
}

const LONGEST_NAME = 22

function Offer({ profile, cut }: { profile: Profile; cut: CycleCut }) {
  const name = useApp(nameOf)
  const { arcs } = profile
  const labels = labelsOf(profile)
  const ends = cut.arcs.map(arc => ({ caller: labels[arcs.caller[arc]], callee: labels[arcs.callee[arc]] }))
  const short = (fn: FunctionRow) => foldName(name(fn), LONGEST_NAME)
  const what = cut.left === 0 ? 'breaks it whole' : `leaves ${formatCount(cut.left)} members in one`
  return (
    <button type="button" className="cycle-cut" onClick={() => addTransform({ kind: 'cut', arcs: ends })}>
      {cut.arcs.slice(0, MOST_ARCS).map(arc => (
        <span key={arc} className="mono" title={`${labels[arcs.caller[arc]]} → ${labels[arcs.callee[arc]]}`}>
          {short(arcs.caller[arc])} → {short(arcs.callee[arc])}
        </span>
      ))}
      {cut.arcs.length > MOST_ARCS && <span>and {formatCount(cut.arcs.length - MOST_ARCS)} more</span>}
      <span className="cycle-cut-effect">
        <b>Cut</b>: {formatCount(cut.calls)} {cut.calls === 1 ? 'call' : 'calls'}, {formatPercent(cut.share)}
        {THIN}% of those inside; {what}
      </span>
    </button>
  )
}
