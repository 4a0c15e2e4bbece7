import { visibleText } from '../../../src/index.ts'
import { oneFile } from '../../state/oneFile.ts'
import { useApp } from '../../state/store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { HelpButton } from '../frame/HelpButton.tsx'
import { Notices } from '../frame/Notices.tsx'
import { ThemeButton } from '../frame/ThemeButton.tsx'
import { OpenButton } from './OpenButton.tsx'
import { PasteButton } from './PasteButton.tsx'
import { RecentProfiles } from './RecentProfiles.tsx'
import { SampleProfiles } from './SampleProfiles.tsx'
import { StartHead } from './StartHead.tsx'

/** What the page shows while nothing is opened: where to put a profile, how to make one, and what was open before. */
export function EmptyPage() {
  return (
    <div className="empty-page">
      <StartHead>
        <HelpButton />
        <ThemeButton />
      </StartHead>
      <Notices />
      <main className="empty-main">
        <h1>See where the time went</h1>
        <p className="empty-lede">
          Opens gprof profiles: call graph, flame chart, flat profile and the entry of every function.
        </p>
        <Wanted />
        <div className="empty-columns">
          <DropCard />
          <HowTo />
        </div>
        {!oneFile && <SampleProfiles />}
        <RecentProfiles />
        <p className="privacy">
          <Icon name="lock" />
          <span>
            <b>Nothing leaves this computer.</b> No server, no upload: your profile is read here, in this page.
          </span>
        </p>
      </main>
    </div>
  )
}

/** A link names a profile but does not hold it: say which file it wants. */
function Wanted() {
  const file = useApp(state => state.view.file)
  const fingerprint = useApp(state => state.view.fingerprint)
  if (file === '' && fingerprint === '') return null
  return (
    <section className="wanted" aria-label="This link">
      <Icon name="link" />
      <p>
        This link shows a view of {file === '' ? 'a profile' : <b className="mono">{visibleText(file)}</b>}
        {fingerprint !== '' && (
          <>
            {' '}
            (fingerprint <span className="mono">{fingerprint}</span>)
          </>
        )}
        . A link holds the view, not the profile: drop that file here, and what was chosen comes back.
      </p>
    </section>
  )
}

function DropCard() {
  return (
    <section className="drop-card" aria-label="Open a profile">
      <svg className="drop-outline" aria-hidden="true">
        <rect x="1" y="1" rx="11" />
      </svg>
      <svg className="drop-drawing" viewBox="0 0 112 56" aria-hidden="true">
        <path className="group-0" d="M1 1h110v9H1zM33 23h34v9H33z" />
        <path className="group-1" d="M1 12h66v9H1z" />
        <path className="group-4" d="M69 12h34v9H69z" />
        <path className="group-2" d="M1 23h30v9H1zM1 34h14v9H1z" />
        <path className="group-5" d="M69 23h16v9H69z" />
        <path className="group-heat" d="M33 34h20v9H33z" />
        <path className="group-3" d="M33 45h9v9h-9z" />
      </svg>
      <div>
        <h2>Drop a profile here</h2>
        <p>
          <code>gmon.out</code> together with its executable, or a listing printed by <code>gprof</code>: whole or in
          part, as text or <code>.gz</code>. Of many processes: the folder as it is, a zip or a tar.
        </p>
      </div>
      <div className="drop-actions">
        <OpenButton className="button primary">Choose files…</OpenButton>
        <OpenButton className="button outlined" folder>
          Folder…
        </OpenButton>
        <PasteButton />
      </div>
    </section>
  )
}

const steps = [
  { title: 'Build with -pg', command: 'gcc -O2 -g -pg main.c -o main' },
  { title: 'Run it to the end', command: './main', note: 'On exit it writes gmon.out into the current directory.' },
  {
    title: 'Drop main and gmon.out here',
    command: 'gprof ./main gmon.out > profile.txt',
    note: 'Or print a listing, and drop that: with or without -b, -p or -q, in any language.',
  },
]

function HowTo() {
  return (
    <section className="how-to" aria-labelledby="how-to">
      <h2 id="how-to">No profile yet?</h2>
      <ol>
        {steps.map(({ title, command, note }, i) => (
          <li key={title}>
            <span className="how-number" aria-hidden="true">
              {i + 1}
            </span>
            <div>
              <b>{title}</b>
              <div className="how-command">
                <code>{command}</code>
                <CopyButton text={() => command} label={`Copy: ${command}`}>
                  Copy
                </CopyButton>
              </div>
              {note !== undefined && <p>{note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
