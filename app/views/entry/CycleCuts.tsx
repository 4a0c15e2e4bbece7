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
import { useMessages } from '../../messages/messages.ts'
import { nameOf, sourceShown } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { addTransform, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, THIN } from '../../ui/format.ts'
import { Pieces } from '../../ui/Pieces.tsx'

/** Single arcs that are offered, beside those that break the cycle whole. */
const MOST_SINGLE = 3
/** More at once make no sense to a person, and no link holds them. */
const MOST_AT_ONCE = 100
/** Arcs told one by one; the others are counted. */
const MOST_ARCS = 4

interface Props {
  profile: Profile
  cycle: CycleRow
}

/** Which calls, left out, break a cycle: each an offer to leave them out. Worked out when somebody asks. */
export function CycleCuts({ profile, cycle }: Props) {
  const { cuts: words } = useMessages().entry
  const [open, setOpen] = useState(false)
  return (
    <details className="cycle-cuts" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && <Offers profile={profile} cycle={cycle} />}
    </details>
  )
}

function Offers({ profile, cycle }: Props) {
  const { cuts: words } = useMessages().entry
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
  if (error !== '') return <p className="cycle-facts">{words.failed(error)}</p>
  if (!cuts) return <p className="cycle-facts">{words.looking}</p>
  const whole = cuts.whole.filter(({ arcs }) => arcs.length <= MOST_AT_ONCE)
  const partial = cuts.single.filter(({ left }) => left > 0).slice(0, MOST_SINGLE)
  if (cuts.whole.length > 0 && whole.length + partial.length === 0)
    return <p className="cycle-facts">{words.noFew(formatCount(cuts.whole[0].arcs.length))}</p>
  if (whole.length + partial.length === 0) return <p className="cycle-facts">{words.none}</p>
  return (
    <>
      <p className="cycle-facts">{words.lead}</p>
      <ul>
        {[...whole, ...partial].map(cut => (
          <li key={cut.arcs.join(' ')}>
            <Offer profile={profile} cut={cut} />
          </li>
        ))}
      </ul>
      {!cuts.isLeast && whole.length > 0 && <p className="cycle-facts">{words.notLeast}</p>}
    </>
  )
}

const LONGEST_NAME = 22

function Offer({ profile, cut }: { profile: Profile; cut: CycleCut }) {
  const { cuts: words } = useMessages().entry
  const name = useApp(nameOf)
  const { arcs } = profile
  const labels = labelsOf(profile)
  const ends = cut.arcs.map(arc => ({ caller: labels[arcs.caller[arc]], callee: labels[arcs.callee[arc]] }))
  const short = (fn: FunctionRow) => foldName(name(fn), LONGEST_NAME)
  const calls = [formatCount(cut.calls), cut.calls, `${formatPercent(cut.share)}${THIN}%`] as const
  return (
    <button type="button" className="cycle-cut" onClick={() => addTransform({ kind: 'cut', arcs: ends })}>
      {cut.arcs.slice(0, MOST_ARCS).map(arc => (
        <span key={arc} className="mono" title={`${labels[arcs.caller[arc]]} → ${labels[arcs.callee[arc]]}`}>
          {short(arcs.caller[arc])} → {short(arcs.callee[arc])}
        </span>
      ))}
      {cut.arcs.length > MOST_ARCS && <span>{words.others(formatCount(cut.arcs.length - MOST_ARCS))}</span>}
      <span className="cycle-cut-effect">
        <Pieces of={cut.left === 0 ? words.whole(...calls) : words.leaves(...calls, formatCount(cut.left))} />
      </span>
    </button>
  )
}
