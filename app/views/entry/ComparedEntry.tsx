import { type ComparedSides, type FunctionRow, NO_CYCLE, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { ChangeParts } from './ChangeParts.tsx'
import { ComparedArcs } from './ComparedArcs.tsx'
import { ComparedCycle } from './ComparedCycle.tsx'
import { ComparedFacts } from './ComparedFacts.tsx'
import { othersOf } from './othersOf.ts'
import './ComparedEntry.css'

interface Props {
  /** The functions and calls of both sides. */
  profile: Profile
  fn: FunctionRow
  /** Room for a row, in pixels. */
  width: number
}

/** The entry of a function in two profiles: what differs, why, and among which of its callers and callees. */
export function ComparedEntry(props: Props) {
  const words = useMessages().compare
  const compared = useApp(comparison)
  return compared ? <Body {...props} compared={compared} /> : <p className="entry-nothing">{words.waiting}</p>
}

function Body({ profile, fn, width, compared }: Props & { compared: ComparedSides }) {
  const words = useMessages().compare
  const { callers, callees } = othersOf(profile, fn)
  const cycle = profile.functions.cycle[fn]
  const list = { profile, compared, fn, width }
  return (
    <>
      <ComparedFacts profile={profile} compared={compared} fn={fn} />
      <ChangeParts profile={profile} compared={compared} fn={fn} />
      <ComparedArcs
        {...list}
        arcs={callers}
        side="callers"
        heading={words.callers(formatCount(callers.length), callers.length)}
      />
      <ComparedArcs
        {...list}
        arcs={callees}
        side="callees"
        heading={words.callees(formatCount(callees.length), callees.length)}
      />
      {cycle !== NO_CYCLE && (
        <ComparedCycle profile={profile} compared={compared} cycle={cycle} fn={fn} width={width} />
      )}
    </>
  )
}
