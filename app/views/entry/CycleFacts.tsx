import {
  type CycleRow,
  cycleLabel,
  type FunctionRow,
  foldName,
  labelsOf,
  membersOf,
  type Profile,
  totalOf,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { nameOf } from '../../state/derive.ts'
import { addTransform, choose, pointAt, useApp } from '../../state/store.ts'
import { formatCount, formatIn, formatPercent, formatTime, scaleFor } from '../../ui/format.ts'
import { Pieces } from '../../ui/Pieces.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { Term } from '../help/Term.tsx'
import { TraceButton } from '../source/TraceButton.tsx'
import { CycleCuts } from './CycleCuts.tsx'
import { entryRoom } from './entryRoom.ts'

/** Members named at once. */
const AT_FIRST = 60

interface CycleProps {
  profile: Profile
  cycle: CycleRow
  /** The member whose entry this is. */
  fn: FunctionRow
  /** Room for a row, in pixels. */
  width: number
}

/** The cycle a function belongs to, as gprof sees it: one thing, with its time and its members. */
export function CycleFacts({ profile, cycle, fn, width }: CycleProps) {
  const { cycles, unit, total } = profile
  const { entry: words, ui } = useMessages()
  const number = String(cycles.number[cycle])
  const members = membersOf(profile, cycle)
  const time = cycles.self[cycle] + cycles.children[cycle]
  const labels = labelsOf(profile)
  const name = useApp(nameOf)
  const totals = totalOf(profile)
  const scale = scaleFor(time, unit)
  const narrow = useNarrow()
  const calls = (member: FunctionRow) => formatCount(profile.functions.calls[member])
  return (
    <section aria-label={words.cycle(number)}>
      <h4 className="entry-section">
        <Term of={['cycle', 'selfCalls']}>{ui.cycle(number)}</Term>{' '}
        <span>{words.members(formatCount(members.length), members.length)}</span>
      </h4>
      <p className="cycle-facts">
        <Pieces
          of={words.cycleIs(
            formatTime(time, unit),
            total > 0 ? formatPercent(time / total) : '',
            formatTime(cycles.self[cycle], unit),
            `${formatCount(cycles.calls[cycle]) || '0'}+${formatCount(cycles.innerCalls[cycle])}`,
          )}
        />
      </p>
      <TraceButton fn={cycleLabel(profile, cycle)} />
      <div className="cycle-actions">
        <button
          type="button"
          className="button outlined"
          onClick={() => addTransform({ kind: 'collapse', match: labels[fn] })}
        >
          {words.collapse}
        </button>
      </div>
      <CycleCuts profile={profile} cycle={cycle} />
      <ul>
        {members.slice(0, AT_FIRST).map(member => (
          <li key={member}>
            <button
              type="button"
              className={`entry-row${member === fn ? ' primary-line' : ''}`}
              aria-current={member === fn}
              title={labels[member]}
              data-fn={member}
              onClick={() => choose(labels[member])}
              onPointerEnter={() => pointAt(member)}
              onPointerLeave={() => pointAt(-1)}
            >
              <span />
              <span className="entry-time">{formatIn(totals[member], scale)}</span>
              <span className="entry-bar">
                <i style={{ width: `${time > 0 ? (100 * totals[member]) / time : 0}%` }} />
              </span>
              <span className="entry-name mono">{foldName(name(member), entryRoom(width, narrow, calls(member)))}</span>
              <span className="entry-calls">{calls(member)}</span>
            </button>
          </li>
        ))}
      </ul>
      {members.length > AT_FIRST && (
        <p className="cycle-facts">{words.otherMembers(formatCount(members.length - AT_FIRST))}</p>
      )}
    </section>
  )
}
