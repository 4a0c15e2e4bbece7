import { useEffect, useState } from 'react'
import { saidTitle, visibleText } from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { partShown, processesChosen, processTable } from '../../state/derive.ts'
import { openBeside, openRecentBeside, openSampleBeside } from '../../state/openBeside.ts'
import { listRecent, type Recent } from '../../state/recent.ts'
import { listSamples, type Sample } from '../../state/samples.ts'
import { compareWith, useApp } from '../../state/store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatAgo, formatCount, formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { usePartMarks } from '../alike.ts'
import { useFileChooser } from '../start/useFileChooser.tsx'
import './CompareDialog.css'

/** Something that can be compared with. */
interface Candidate {
  key: string
  name: string
  facts: string
  choose: () => unknown
}

/** Chooses the profile that was before: of what is open, a file, what this browser keeps, a sample. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const words = useMessages().compare
  const { field, choose } = useFileChooser(files => {
    void openBeside(files)
    onClose()
  })
  const [filter, setFilter] = useState('')
  const groups = [
    { title: words.openNow, candidates: useOpen() },
    { title: words.recent, candidates: useKept() },
    { title: words.samplesTitle, candidates: useSamples() },
  ]
  const isWanted = ({ name }: Candidate) => name.toLowerCase().includes(filter.trim().toLowerCase())
  const shown = groups.map(({ title, candidates }) => ({ title, candidates: candidates.filter(isWanted) }))
  const isLong = groups.some(({ candidates }) => candidates.length > 12)
  return (
    <Dialog title={words.dialogTitle} onClose={onClose}>
      <div className="compare-dialog">
        <p>{words.lead}</p>
        <div className="compare-open">
          <button type="button" className="button outlined" onClick={() => choose('files')}>
            <Icon name="open" />
            {words.openFile}
          </button>
          <span>{words.openHint}</span>
          {field}
        </div>
        {isLong && (
          <input
            className="field"
            type="search"
            placeholder={words.filter}
            aria-label={words.filter}
            value={filter}
            onChange={event => setFilter(event.target.value)}
          />
        )}
        {shown.map(
          ({ title, candidates }) =>
            candidates.length > 0 && (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <ul>
                  {candidates.slice(0, MOST_LISTED).map(({ key, name, facts, choose }) => (
                    <li key={key}>
                      <button
                        type="button"
                        className="compare-candidate"
                        onClick={() => {
                          choose()
                          onClose()
                        }}
                      >
                        <span className="mono">{visibleText(name)}</span>
                        <span>{facts}</span>
                      </button>
                    </li>
                  ))}
                </ul>
                {candidates.length > MOST_LISTED && (
                  <p>{words.notListed(formatCount(candidates.length - MOST_LISTED))}</p>
                )}
              </section>
            ),
        )}
      </div>
    </Dialog>
  )
}

/** More are found by the filter. */
const MOST_LISTED = 100

/** Other profiles of what is open, and, of a set, its other processes. */
function useOpen(): Candidate[] {
  const words = useMessages().compare
  const part = useApp(partShown)
  const profiles = useApp(state => state.opened?.profiles ?? none)
  const table = useApp(processTable)
  const chosen = useApp(processesChosen)
  const marks = usePartMarks()
  const { ui } = useMessages()
  const say = useSay()
  const others = profiles
    .map((profile, i) => ({ profile, other: i + 1 }))
    .filter(({ other }) => other !== part)
    .map(({ profile: { title, total, unit }, other }) => ({
      key: `part ${other}`,
      name: ui.withMark(say(saidTitle(title)), marks[other - 1]),
      facts: formatTime(total, unit),
      choose: () => compareWith({ part: other, processes: [] }),
    }))
  if (!table) return others
  const rest = table.name.filter((_, row) => !chosen.includes(row))
  const isSome = chosen.length > 0 && rest.length > 1
  const all = {
    key: 'all others',
    name: words.allOthers(formatCount(rest.length)),
    facts: '',
    choose: () => compareWith({ part, processes: rest }),
  }
  const single = table.name
    .map((name, row) => ({
      key: `process ${name}`,
      name: table.title[row] === '' ? name : `${name} ${table.title[row]}`,
      facts: words.samples(formatCount(table.ticks[row]), table.ticks[row]),
      choose: () => compareWith({ part, processes: [name] }),
    }))
    .filter((_, row) => !(chosen.length === 1 && chosen[0] === row))
  return [...others, ...(isSome ? [all] : []), ...single]
}
const none: never[] = []

/** What this browser keeps of earlier. */
function useKept(): Candidate[] {
  const open = useApp(state => state.view.fingerprint)
  const [kept, setKept] = useState<Recent[]>([])
  useEffect(() => {
    let wanted = true
    void listRecent().then(list => wanted && setKept(list))
    return () => {
      wanted = false
    }
  }, [])
  return kept
    .filter(({ fingerprint }) => fingerprint !== open)
    .map(({ fingerprint, name, total, unit, openedAt }) => ({
      key: fingerprint,
      name,
      facts: `${formatTime(total, unit)} · ${formatAgo(new Date(openedAt), new Date())}`,
      choose: () => openRecentBeside(fingerprint),
    }))
}

function useSamples(): Candidate[] {
  const cards = useMessages().start.sampleCards
  const open = useApp(state => state.view.sample)
  const [samples, setSamples] = useState<Sample[]>([])
  useEffect(() => {
    let wanted = true
    listSamples().then(
      list => wanted && setSamples(list),
      () => {}, // without them there is still everything else
    )
    return () => {
      wanted = false
    }
  }, [])
  return samples
    .filter(({ name }) => name !== open)
    .map(({ name }) => ({
      key: name,
      name: cards[name].title,
      facts: cards[name].facts,
      choose: () => openSampleBeside(name),
    }))
}
