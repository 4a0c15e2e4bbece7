import { boundsOf, type FunctionRow, type Profile, sampledTotal, selfErrorOf, totalOf } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatIn, formatPercent, formatTimeWithError, roundTogether, scaleFor } from '../../ui/format.ts'
import { HowSure } from './HowSure.tsx'

/** Self, total and calls of a function, its time as one bar, self, certain, assumed, and how sure all that is. */
export function EntryFacts({ profile, fn }: { profile: Profile; fn: FunctionRow }) {
  const { entry: words, sure, ui } = useMessages()
  const { functions, samplePeriod, unit } = profile
  const self = functions.self[fn]
  const total = totalOf(profile)[fn]
  const calls = functions.calls[fn]
  const own = functions.selfCalls[fn]
  const error = sampledTotal(profile, fn)?.error ?? Number.NaN
  return (
    <>
      <dl className="facts">
        <Fact term={words.facts.self} time={self} profile={profile} error={selfErrorOf(self, samplePeriod)} samples />
        <Fact term={words.facts.total} time={total} profile={profile} error={error} />
        <div>
          <dt>{words.facts.calls}</dt>
          <dd>
            {Number.isNaN(calls) ? <span className="not-recorded">{ui.notRecorded}</span> : formatCount(calls)}
            {own > 0 && <small title={words.ownCalls(formatCount(own))}>+{formatCount(own)}</small>}
          </dd>
          <dd className="fact-note">
            {calls > 0 && total >= 0 && sure.each(formatTimeWithError(total / calls, error / calls, unit))}
          </dd>
        </div>
      </dl>
      <TimeLedger profile={profile} fn={fn} />
      <HowSure profile={profile} fn={fn} />
    </>
  )
}

interface FactProps {
  term: string
  time: number
  profile: Profile
  /** Sampling error, in the same unit; told where there are samples. */
  error: number
  /** Whether the time is a whole number of samples, to be told. */
  samples?: boolean
}

function Fact({ term, time, profile, error, samples = false }: FactProps) {
  const { ui } = useMessages()
  const scale = scaleFor(time, profile.unit)
  const [amount, rounded] = roundTogether(time, error, scale)
  const count = Math.round(time / profile.samplePeriod)
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {Number.isNaN(time) ? (
          <span className="not-recorded">{ui.notRecorded}</span>
        ) : (
          <>
            {amount}
            <small>
              {' '}
              {scale.name}
              {rounded !== '' && ` ± ${rounded}`}
            </small>
          </>
        )}
      </dd>
      <dd className="fact-note">
        {profile.total > 0 && !Number.isNaN(time) && `${formatPercent(time / profile.total)} %`}
        {samples && error > 0 && ` · ${ui.samples(formatCount(count), count)}`}
      </dd>
    </div>
  )
}

/** A function's time in three parts: its own, what is certain of its callees, and what the split by calls assumes. */
function TimeLedger({ profile, fn }: { profile: Profile; fn: FunctionRow }) {
  const { entry: words } = useMessages()
  const self = profile.functions.self[fn]
  const total = totalOf(profile)[fn]
  if (!(total > 0)) return null
  const certain = Math.min(total, Math.max(self, boundsOf(profile).certain[fn]))
  const exact = Math.max(0, certain - self)
  const assumed = Math.max(0, total - certain)
  const scale = scaleFor(total, profile.unit)
  const shown = (time: number) => time > total * 1e-6
  const percent = (time: number) => `${(100 * time) / total}%`
  return (
    <div className="ledger">
      <div className="ledger-bar" aria-hidden="true">
        {shown(self) && <i className="ledger-self" style={{ width: percent(self) }} />}
        {shown(exact) && <i className="ledger-exact" style={{ width: percent(exact) }} />}
        {shown(assumed) && <i className="ledger-exact assumed" style={{ width: percent(assumed) }} />}
      </div>
      <ul className="ledger-legend" aria-label={words.timeIn(scale.name)}>
        <li>
          <i className="swatch ledger-self" />
          {words.ledger.self(formatIn(self, scale))}
        </li>
        {shown(exact) && (
          <li title={words.exactHint}>
            <i className="swatch ledger-exact" />
            {words.ledger.exact(formatIn(exact, scale))}
          </li>
        )}
        {shown(assumed) && (
          <li title={words.assumedHint}>
            <i className="swatch ledger-exact assumed" />
            {words.ledger.assumed(formatIn(assumed, scale))}
          </li>
        )}
        <li className="ledger-unit">{scale.name}</li>
      </ul>
    </div>
  )
}
