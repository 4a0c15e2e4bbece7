import { foldName, type Profile, visibleText } from '../../../src/index.ts'
import { showPart, useApp } from '../../state/store.ts'
import { formatCount, formatTime, THIN } from '../../ui/format.ts'
import { CompletenessStrip } from './CompletenessStrip.tsx'

/** Characters of a file's name that are told; its whole name is in the tooltip. */
const TITLE_LENGTH = 28

/** What is open: name, time, samples, and how much of the file was there. */
export function ProfileChip({ profile }: { profile: Profile }) {
  const [amount, unit] = formatTime(profile.total, profile.unit).split(THIN)
  const samples = Math.round(profile.total / profile.samplePeriod)
  return (
    <div className="profile-chip">
      <Title profile={profile} />
      <span className="chip-line" />
      <span className="chip-facts">
        {amount !== '' && (
          <>
            <b>{amount}</b> {unit}
          </>
        )}
        {samples >= 0 && (
          <>
            {' '}
            <i>·</i> {formatCount(samples)} {samples === 1 ? 'sample' : 'samples'}
          </>
        )}
        <span className="wide-only">
          {' '}
          <i>·</i> {formatCount(profile.functions.length)} functions
        </span>
      </span>
      <span className="chip-line" />
      <CompletenessStrip profile={profile} />
    </div>
  )
}

/** The profile's name, and a choice where the file holds several. */
function Title({ profile }: { profile: Profile }) {
  const profiles = useApp(state => state.opened?.profiles)
  if (!profiles || profiles.length < 2)
    return (
      <h1 className="chip-title" title={profile.title}>
        {foldName(visibleText(profile.title), TITLE_LENGTH)}
      </h1>
    )
  return (
    <h1>
      <select
        className="chip-title"
        aria-label={`Profile, one of ${profiles.length} in this file`}
        value={profiles.indexOf(profile) + 1}
        onChange={event => showPart(Number(event.target.value))}
      >
        {profiles.map(({ title, completeness }, i) => (
          <option key={completeness.firstLine} value={i + 1}>
            {foldName(visibleText(title), TITLE_LENGTH)}
          </option>
        ))}
      </select>
    </h1>
  )
}
