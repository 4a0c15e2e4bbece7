import { visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { oneFile } from '../../state/oneFile.ts'
import { useApp } from '../../state/store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { Sentences } from '../../ui/Sentences.tsx'
import { LanguageButton } from '../frame/LanguageButton.tsx'
import { Notices } from '../frame/Notices.tsx'
import { ThemeButton } from '../frame/ThemeButton.tsx'
import { HelpButton } from '../help/HelpButton.tsx'
import { OpenButton } from './OpenButton.tsx'
import { PasteButton } from './PasteButton.tsx'
import { RecentProfiles } from './RecentProfiles.tsx'
import { SampleProfiles } from './SampleProfiles.tsx'
import { StartHead } from './StartHead.tsx'

/** What the page shows while nothing is opened: where to put a profile, how to make one, and what was open before. */
export function EmptyPage() {
  const words = useMessages().start
  return (
    <div className="empty-page">
      <StartHead>
        <HelpButton />
        <LanguageButton />
        <ThemeButton />
      </StartHead>
      <Notices />
      <main className="empty-main">
        <h1>{words.headline}</h1>
        <p className="empty-lede">{words.lede}</p>
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
            <Pieces of={words.privacy} />
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
  const words = useMessages().start
  if (file === '' && fingerprint === '') return null
  return (
    <section className="wanted" aria-label={words.link}>
      <Icon name="link" />
      <p>
        <Pieces of={words.wanted(visibleText(file), fingerprint)} />
      </p>
    </section>
  )
}

function DropCard() {
  const words = useMessages().start
  return (
    <section className="drop-card" aria-label={words.openProfile}>
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
        <h2>{words.drop}</h2>
        <p>
          <Pieces of={words.dropHint} />
        </p>
      </div>
      <div className="drop-actions">
        <OpenButton className="button primary">{words.chooseFiles}</OpenButton>
        <OpenButton className="button outlined" folder>
          {words.chooseFolder}
        </OpenButton>
        <PasteButton />
      </div>
    </section>
  )
}

function HowTo() {
  const words = useMessages().start
  const steps = [
    { title: words.build, command: 'gcc -O2 -g -pg main.c -o main' },
    { title: words.run, command: './main', note: words.runHint },
    { title: words.dropBoth, command: 'gprof ./main gmon.out > profile.txt', note: words.dropBothHint },
  ]
  return (
    <section className="how-to" aria-labelledby="how-to">
      <h2 id="how-to">{words.howTo}</h2>
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
                <CopyButton text={() => command} label={words.copyCommand(command)}>
                  {words.copy}
                </CopyButton>
              </div>
              {note !== undefined && (
                <p>
                  <Sentences text={note} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
