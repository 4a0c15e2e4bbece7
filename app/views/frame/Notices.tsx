import { useEffect, useState } from 'react'
import { type Issue, type Profile, placeOf, visibleText } from '../../../src/index.ts'
import { missingNames, profileRead } from '../../state/derive.ts'
import { takeNewerVersion } from '../../state/offline.ts'
import { cancelReading } from '../../state/openFiles.ts'
import { endReading, type Progress as ProgressFacts } from '../../state/reader.ts'
import { dismissFailure, dismissMismatch, useApp } from '../../state/store.ts'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Sentences } from '../../ui/Sentences.tsx'
import { FirstFinding } from '../doctor/FirstFinding.tsx'
import './Notices.css'

/** What must be said about the page as a whole, under the top bar: progress, failures, and links that do not fit. */
export function Notices() {
  const task = useApp(state => state.task)
  return (
    <div className="notices">
      {task.phase === 'reading' && <Progress {...task} />}
      {task.phase === 'failed' && <Failure name={task.name} errors={task.errors} ofPair={task.ofPair} />}
      <Doubts />
      <FirstFinding>{task.phase !== 'failed' && <Held />}</FirstFinding>
      <NewerLink />
      <NewerVersion />
      <Mismatch />
    </div>
  )
}

/** Nothing is said of what is done within this time, in milliseconds. */
const PATIENCE = 300

function Progress({ name, read, total, files, ofFiles }: ProgressFacts & { name: string }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const share = total > 0 ? Math.min(1, read / total) : 0
  return (
    <div className="reading">
      <div
        className="reading-line"
        role="progressbar"
        aria-label={`Reading ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        Reading <b className="mono">{visibleText(name)}</b>
        {ofFiles > 1
          ? ` · ${formatCount(files)} of ${formatCount(ofFiles)} files`
          : total > 0 && ` · ${formatBytes(read)} of ${formatBytes(total)}`}
      </p>
      {files > 0 && ofFiles > 1 && (
        <button type="button" className="button outlined" onClick={endReading}>
          Show what was read
        </button>
      )}
      <button type="button" className="button outlined" onClick={cancelReading}>
        Cancel
      </button>
    </div>
  )
}

function Failure({ name, errors, ofPair }: { name: string; errors: Issue[]; ofPair: boolean }) {
  const kept = useApp(state => state.opened !== null)
  const lacksOther = errors.some(({ code }) => code === 'needs-executable' || code === 'needs-gmon')
  const isHalf = lacksOther && errors.every(({ code }) => aboutHalves.includes(code))
  return (
    <Notice tone="warn" role="alert" onDismiss={dismissFailure}>
      <p>
        <b>
          <span className="mono">{visibleText(name)}</span> {isHalf ? 'is half of a pair.' : 'was not opened.'}
        </b>{' '}
        {kept && 'What you see is the profile that was open before.'}
      </p>
      <Issues issues={errors} />
      {ofPair && <Held />}
    </Notice>
  )
}

/** What a half may be told while it waits: what it lacks, and why what was held is not that. */
const aboutHalves: Issue['code'][] = ['needs-executable', 'needs-gmon', 'wrong-pair', 'incomplete']

/** That neither half of a pair need be dropped again. */
function Held() {
  const { programs, profiles } = useApp(state => state.held)
  if (programs.length === 0 || profiles.length === 0) return null
  return (
    <p>
      Both are kept: drop another executable alone to read {countedNames(profiles)} with it, or another gmon.out alone
      to read it with {countedNames(programs)}.
    </p>
  )
}

const countedNames = ([{ name }, ...others]: { name: string }[]) =>
  `“${name}”${others.length > 0 ? ` and ${others.length} more` : ''}`

/** Sentences, with the place they are about. */
export function Issues({ issues }: { issues: Issue[] }) {
  return (
    <ul className="issues">
      {issues.map(issue => (
        <li key={`${issue.file ?? ''} ${placeOf(issue)} ${issue.message}`}>
          {issue.file !== undefined && <span className="mono">{issue.file}: </span>}
          <Sentences text={issue.message} />
          {issue.at && <span className="issue-place"> ({placeOf(issue)})</span>}
        </li>
      ))}
    </ul>
  )
}

/** What says of a whole file, or of one of a set, that it is not what it should be. Of a pair, the Doctor tells. */
function Doubts() {
  const profile = useApp(profileRead)
  const [dismissed, setDismissed] = useState<Profile>()
  // Of a listing, what does not agree is told with what was found in the file.
  const isComputed = profile?.completeness.lastLine === 0
  const doubts = isComputed ? profile.warnings.filter(({ code, file }) => code === 'inconsistent' && file) : []
  if (!profile || doubts.length === 0 || profile === dismissed) return null
  return (
    <Notice tone="warn" role="alert" onDismiss={() => setDismissed(profile)}>
      <Issues issues={doubts} />
    </Notice>
  )
}

function NewerLink() {
  const newer = useApp(state => state.newerLink)
  const [dismissed, setDismissed] = useState(false)
  if (!newer || dismissed) return null
  return (
    <Notice tone="plain" onDismiss={() => setDismissed(true)}>
      <p>This link was made by a later version of Arcflame. What this one understands of it is shown.</p>
    </Notice>
  )
}

function NewerVersion() {
  const newer = useApp(state => state.newerVersion)
  const [dismissed, setDismissed] = useState(false)
  if (!newer || dismissed) return null
  return (
    <Notice tone="plain" onDismiss={() => setDismissed(true)}>
      <p>A new version of Arcflame is there. This tab goes on with its own until you reload.</p>
      <button type="button" className="button outlined" onClick={() => void takeNewerVersion()}>
        Reload
      </button>
    </Notice>
  )
}

/** Names told one by one; the others are counted. */
const MOST_NAMES = 5

function Mismatch() {
  const mismatch = useApp(state => state.mismatch)
  const missing = useApp(missingNames)
  const title = useApp(state => profileRead(state)?.title)
  const [dismissed, setDismissed] = useState<string[]>()
  if (title === undefined || (!mismatch && (missing.length === 0 || missing === dismissed))) return null
  const dismiss = () => {
    dismissMismatch()
    setDismissed(missing)
  }
  return (
    <Notice tone="plain" onDismiss={dismiss}>
      <Icon name="link" />
      <p>
        {mismatch && (
          <>
            This link was made for another profile
            {mismatch.file !== '' && <span className="mono"> {visibleText(mismatch.file)}</span>} (fingerprint{' '}
            <span className="mono">{mismatch.fingerprint}</span>).{' '}
          </>
        )}
        {missing.length > 0 ? (
          <>
            Not in this profile: {missing.slice(0, MOST_NAMES).map(visibleText).join(', ')}
            {missing.length > MOST_NAMES && ` and ${missing.length - MOST_NAMES} more`}. The rest of the view is shown.
          </>
        ) : (
          'All functions it names are in this one too.'
        )}
      </p>
    </Notice>
  )
}
