import type { CycleProvenance } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { CallsSource, TotalSource } from './ArcSums.tsx'
import { FunctionTerms } from './FunctionTerms.tsx'

/** Self time, calls and total of a cycle as a whole: sums of what its members have. */
export function CycleSource({ of: { self, calls, total, unit } }: { of: CycleProvenance }) {
  const words = useMessages().source
  const members = self.members.listed.length + self.members.rest.count
  return (
    <>
      <section aria-label={words.self}>
        <h4>{words.self}</h4>
        {members > 0 ? (
          <p className="source-sum">{words.membersAre(formatTime(self.time, unit), formatCount(members), members)}</p>
        ) : (
          <p>{words.noMemberHit}</p>
        )}
        <FunctionTerms terms={self.members} label={words.self} unit={unit} />
      </section>
      <CallsSource calls={calls} unit={unit} ofCycle />
      <TotalSource total={total} self={self.time} unit={unit} ofCycle />
    </>
  )
}
