import { boundsOf, type FunctionRow, type Profile, totalOf } from '../../../src/index.ts'
import { formatCount, formatIn, formatPercent, formatTime, scaleFor, THIN } from '../../ui/format.ts'

/** Self, total and calls of a function, and its time as one bar: self, certain, assumed. */
export function EntryFacts({ profile, fn }: { profile: Profile; fn: FunctionRow }) {
  const { functions, samplePeriod, unit } = profile
  const self = functions.self[fn]
  const total = totalOf(profile)[fn]
  const calls = functions.calls[fn]
  const own = functions.selfCalls[fn]
  return (
    <>
      <dl className="facts">
        <Fact term="Self" time={self} profile={profile} error={Math.sqrt(self / samplePeriod) * samplePeriod} />
        <Fact term="Total" time={total} profile={profile} />
        <div>
          <dt>Calls</dt>
          <dd>
            {Number.isNaN(calls) ? <span className="not-recorded">not recorded</span> : formatCount(calls)}
            {own > 0 && (
              <small title={`${formatCount(own)} calls of the function to itself`}>+{formatCount(own)}</small>
            )}
          </dd>
          <dd className="fact-note">{calls > 0 && total >= 0 && `${formatTime(total / calls, unit)} each`}</dd>
        </div>
      </dl>
      <TimeLedger profile={profile} fn={fn} />
    </>
  )
}

interface FactProps {
  term: string
  time: number
  profile: Profile
  /** Sampling error, in the same unit; told where there are samples. */
  error?: number
}

function Fact({ term, time, profile, error = Number.NaN }: FactProps) {
  const [amount, unit] = formatTime(time, profile.unit).split(THIN)
  const samples = Math.round(time / profile.samplePeriod)
  const told = error > 0
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {Number.isNaN(time) ? (
          <span className="not-recorded">not recorded</span>
        ) : (
          <>
            {amount}
            <small>
              {' '}
              {unit}
              {told && ` ± ${formatIn(error, scaleFor(time, profile.unit))}`}
            </small>
          </>
        )}
      </dd>
      <dd className="fact-note">
        {profile.total > 0 && !Number.isNaN(time) && `${formatPercent(time / profile.total)} %`}
        {told && ` · ${formatCount(samples)} ${samples === 1 ? 'sample' : 'samples'}`}
      </dd>
    </div>
  )
}

/** A function's time in three parts: its own, what is certain of its callees, and what the split by calls assumes. */
function TimeLedger({ profile, fn }: { profile: Profile; fn: FunctionRow }) {
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
      <ul className="ledger-legend" aria-label={`Time in ${scale.name}`}>
        <li>
          <i className="swatch ledger-self" />
          self {formatIn(self, scale)}
        </li>
        {shown(exact) && (
          <li title="Time of callees that has only one place it can be: all calls came this way">
            <i className="swatch ledger-exact" />
            exact {formatIn(exact, scale)}
          </li>
        )}
        {shown(assumed) && (
          <li title="Time of callees that is split among several callers by calls, as if every call cost the same">
            <i className="swatch ledger-exact assumed" />
            assumed {formatIn(assumed, scale)}
          </li>
        )}
        <li className="ledger-unit">{scale.name}</li>
      </ul>
    </div>
  )
}
