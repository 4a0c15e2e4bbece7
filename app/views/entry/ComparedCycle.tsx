import {
  type ComparedSides,
  type CycleRow,
  type FunctionRow,
  labelsOf,
  membersOf,
  type Profile,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { nameOf } from '../../state/derive.ts'
import { addTransform, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { amountsFor } from '../compared/amounts.ts'
import { cycleSentences } from '../cycleSentences.ts'
import { ChangeOffer } from './ChangeOffer.tsx'

/** Members named at once. */
const AT_FIRST = 60

interface Props {
  profile: Profile
  compared: ComparedSides
  cycle: CycleRow
  /** The member whose entry this is. */
  fn: FunctionRow
  width: number
}

/** The cycle that the calls of both sides make, and what its members took before and after. */
export function ComparedCycle({ profile, compared, cycle, fn, width }: Props) {
  const words = useMessages().compare
  const name = useApp(nameOf)
  const members = membersOf(profile, cycle)
  const number = formatCount(profile.cycles.number[cycle])
  const sum = (column: Float64Array) => members.reduce((time, member) => time + column[member], 0)
  const [before, after] = [sum(compared.a.self), sum(compared.b.self)]
  const { unit, text, change } = amountsFor('time', Math.max(before, after), profile.unit, words)
  const changes = cycleSentences(profile, compared, cycle, name)
  return (
    <section aria-label={words.cycle(number)}>
      <h4 className="entry-section">
        {words.cycle(number)} <span>{words.members(formatCount(members.length), members.length)}</span>
      </h4>
      <p className="cycle-facts">
        {words.cycleSelf(words.fromTo(text(before), text(after), unit), change(after - before))}
      </p>
      <p className="cycle-facts">{changes.length > 0 ? changes.join(' ') : words.cycleOfBoth}</p>
      <div className="cycle-actions">
        <button
          type="button"
          className="button outlined"
          onClick={() => addTransform({ kind: 'collapse', match: labelsOf(profile)[fn] })}
        >
          {words.collapse}
        </button>
      </div>
      <ul>
        {members.slice(0, AT_FIRST).map(member => (
          <li key={member}>
            <ChangeOffer
              profile={profile}
              compared={compared}
              which="self"
              fn={member}
              width={width}
              isCurrent={member === fn}
            />
          </li>
        ))}
      </ul>
      {members.length > AT_FIRST && (
        <p className="cycle-facts">{words.andMore(formatCount(members.length - AT_FIRST))}</p>
      )}
    </section>
  )
}
