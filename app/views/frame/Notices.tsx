import { useEffect, useState } from 'react'
import { type Issue, type Profile, visibleText } from '../../../src/index.ts'
import { messages, useMessages, useSay } from '../../messages/messages.ts'
import { missingNames, profileRead } from '../../state/derive.ts'
import { takeNewerVersion } from '../../state/offline.ts'
import { endReading, type Progress as ProgressFacts } from '../../state/reader.ts'
import { cancelReading } from '../../state/readingTask.ts'
import { dismissFailure, dismissMismatch, useApp } from '../../state/store.ts'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
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
  const words = useMessages().notices
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
        aria-label={words.reading(name)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        <Pieces of={words.isRead(visibleText(name))} />
        {ofFiles > 1
          ? ` · ${words.filesRead(formatCount(files), formatCount(ofFiles))}`
          : total > 0 && ` · ${words.bytesRead(formatBytes(read), formatBytes(total))}`}
      </p>
      {files > 0 && ofFiles > 1 && (
        <button type="button" className="button outlined" onClick={endReading}>
          {words.showRead}
        </button>
      )}
      <button type="button" className="button outlined" onClick={cancelReading}>
        {words.cancel}
      </button>
    </div>
  )
}

function Failure({ name, errors, ofPair }: { name: string; errors: Issue[]; ofPair: boolean }) {
  const kept = useApp(state => state.opened !== null)
  const lacksOther = errors.some(({ code }) => code === 'needs-executable' || code === 'needs-gmon')
  const words = useMessages().notices
  const isHalf = lacksOther && errors.every(({ code }) => aboutHalves.includes(code))
  return (
    <Notice tone="warn" role="alert" onDismiss={dismissFailure}>
      <p>
        <Pieces of={isHalf ? words.half(visibleText(name)) : words.notOpened(visibleText(name))} />{' '}
        {kept && words.stillBefore}
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
  const words = useMessages().notices
  if (programs.length === 0 || profiles.length === 0) return null
  return <p>{words.held(countedNames(profiles), countedNames(programs))}</p>
}

const countedNames = ([{ name }, ...others]: { name: string }[]) =>
  messages().notices.heldNames(name, others.length > 0 ? formatCount(others.length) : '')

/** Sentences, with the place they are about. */
export function Issues({ issues }: { issues: Issue[] }) {
  const { line, byte } = useMessages().notices
  const say = useSay()
  // That a whole file is something else is seen at its first byte, which tells nobody anything.
  const placeOf = ({ at }: Issue) =>
    !at ? '' : 'line' in at ? line(formatCount(at.line)) : at.byte > 0 ? byte(formatCount(at.byte)) : ''
  return (
    <ul className="issues">
      {issues.map(issue => {
        const { file } = issue
        const sentence = say(issue)
        const place = placeOf(issue)
        return (
          <li key={`${file ?? ''} ${place} ${issue.message}`}>
            {file !== undefined && !sentence.includes(file) && <span className="mono">{file}: </span>}
            <Sentences text={sentence} />
            {place !== '' && <span className="issue-place">{place}</span>}
          </li>
        )
      })}
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
  const words = useMessages().notices
  if (!newer || dismissed) return null
  return (
    <Notice tone="plain" onDismiss={() => setDismissed(true)}>
      <p>{words.newerLink}</p>
    </Notice>
  )
}

function NewerVersion() {
  const newer = useApp(state => state.newerVersion)
  const [dismissed, setDismissed] = useState(false)
  const words = useMessages().notices
  if (!newer || dismissed) return null
  return (
    <Notice tone="plain" onDismiss={() => setDismissed(true)}>
      <p>{words.newerVersion}</p>
      <button type="button" className="button outlined" onClick={() => void takeNewerVersion()}>
        {words.reload}
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
  const { notices: words, ui } = useMessages()
  if (title === undefined || (!mismatch && (missing.length === 0 || missing === dismissed))) return null
  const dismiss = () => {
    dismissMismatch()
    setDismissed(missing)
  }
  return (
    <Notice tone="plain" onDismiss={dismiss}>
      <Icon name="link" />
      <p>
        {mismatch && <Pieces of={words.otherProfile(visibleText(mismatch.file), mismatch.fingerprint)} />}{' '}
        {missing.length > 0
          ? words.missing(
              ui.list(missing.slice(0, MOST_NAMES).map(visibleText)),
              missing.length > MOST_NAMES ? formatCount(missing.length - MOST_NAMES) : '',
            )
          : words.noneMissing}
      </p>
    </Notice>
  )
}
