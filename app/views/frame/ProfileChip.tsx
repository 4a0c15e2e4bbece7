import { foldMiddle, isTold, type Profile, saidTitle, visibleText } from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { isComparing, partShown } from '../../state/derive.ts'
import { showPart, trace, useApp } from '../../state/store.ts'
import { formatCount, formatTimeApart } from '../../ui/format.ts'
import { usePartMarks } from '../alike.ts'
import { whole } from '../source/sourceInProcess.ts'
import { CompletenessStrip } from './CompletenessStrip.tsx'
import './ProfileChip.css'

/** Characters of a file's name that are told, as its end tells it from others; its whole name is in the tooltip. */
const TITLE_LENGTH = 28

/** What is open: name, time, samples, and how much of the file was there. */
export function ProfileChip({ profile }: { profile: Profile }) {
  const comparing = useApp(isComparing)
  // Of two, the bar below tells what they are.
  if (comparing)
    return (
      <div className="profile-chip">
        <Title profile={profile} />
      </div>
    )
  return (
    <div className="profile-chip">
      <Title profile={profile} />
      <Facts profile={profile} />
    </div>
  )
}

function Facts({ profile }: { profile: Profile }) {
  const [amount, unit] = formatTimeApart(profile.total, profile.unit)
  const samples = Math.round(profile.total / profile.samplePeriod)
  const { ui: counts, source } = useMessages()
  return (
    <>
      <span className="chip-line" />
      <button type="button" className="chip-facts" title={source.menuOfTotals} onClick={() => trace(whole)}>
        {amount !== '' && (
          <>
            <b>{amount}</b> {unit}
          </>
        )}
        {samples >= 0 && (
          <span className="chip-samples">
            {' '}
            <i>·</i> {counts.samples(formatCount(samples), samples)}
          </span>
        )}
        <span className="chip-functions">
          {' '}
          <i>·</i> {counts.functions(formatCount(profile.functions.length), profile.functions.length)}
        </span>
      </button>
      <span className="chip-line" />
      <CompletenessStrip profile={profile} />
    </>
  )
}

/** The profile's name, and a choice where the file holds several. */
function Title({ profile }: { profile: Profile }) {
  const profiles = useApp(state => state.opened?.profiles)
  const part = useApp(partShown)
  const { frame: words, ui } = useMessages()
  const marks = usePartMarks()
  const say = useSay()
  const shown = (title: string) => {
    const said = visibleText(say(saidTitle(title)))
    return isTold(title) ? said : foldMiddle(said, TITLE_LENGTH)
  }
  if (!profiles || profiles.length < 2)
    return (
      <h1 className="chip-title" title={say(saidTitle(profile.title))}>
        {shown(profile.title)}
      </h1>
    )
  return (
    <h1>
      <select
        className="chip-title"
        aria-label={words.profileOf(formatCount(profiles.length))}
        value={part}
        onChange={event => showPart(Number(event.target.value))}
      >
        {profiles.map(({ title, completeness }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files may be alike, and profiles keep their places
          <option key={`${i} ${completeness.firstLine}`} value={i + 1}>
            {ui.withMark(shown(title), marks[i])}
          </option>
        ))}
      </select>
    </h1>
  )
}
