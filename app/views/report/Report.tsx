// The report itself: gprof's own text, or the file as it was given, every name and number of it joined to the other
// views. It may have a million lines, so only what is seen is here; the worker has the rest.

import { useEffect, useState } from 'react'
import { isAddressName, type Profile, type ReportFacts } from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { messages, useMessages } from '../../messages/messages.ts'
import { askReport } from '../../state/askReport.ts'
import { isComparing } from '../../state/derive.ts'
import { compareWith, lineReached, useApp } from '../../state/store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { saveAs } from '../../ui/saveAs.ts'
import { ReportBar } from './ReportBar.tsx'
import { ReportText } from './ReportText.tsx'
import { useReportFacts } from './useReportFacts.ts'
import { useReportHits } from './useReportHits.ts'
import type { Selected } from './useSelectedLines.ts'
import './Report.css'

export function Report({ profile }: { profile: Profile }) {
  return useApp(isComparing) ? <NoReport /> : <OwnReport profile={profile} />
}

/** While two profiles are compared: why there is nothing, and the way to what there would be. */
function NoReport() {
  const { compare: words, report } = useMessages()
  return (
    <Panel name="report" title={report.title}>
      <div className="report-nothing">
        <p>{words.reportOfOne}</p>
        <button type="button" className="button outlined" onClick={() => compareWith(null)}>
          {words.endComparing}
        </button>
      </div>
    </Panel>
  )
}

function OwnReport({ profile }: { profile: Profile }) {
  const { report: words } = useMessages()
  const { facts, error } = useReportFacts(profile)
  const [selected, setSelected] = useState<Selected | null>(null)
  const text = () =>
    selected
      ? askReport({ about: 'stretch', ...selected })
      : askReport({ about: 'stretch', from: { line: 0, character: 0 }, to: { line: facts?.length ?? 0, character: 0 } })
  const actions = facts && facts.length > 0 && (
    <>
      <CopyButton text={text} label={selected ? words.copySelected : words.copyWhole}>
        <Icon name="copy" />
        <span>{selected ? words.copySelection : words.copyAll}</span>
      </CopyButton>
      <button
        type="button"
        className="button"
        aria-label={words.saveAsText}
        title={words.saveAsText}
        onClick={() => save(profile)}
      >
        <Icon name="save" />
        <span>{words.save}</span>
      </button>
    </>
  )
  return (
    <Panel
      name="report"
      title={words.title}
      subtitle={facts ? subtitleOf(profile, facts, words) : ''}
      actions={actions}
    >
      {facts && facts.length > 0 ? (
        <ReportBody key={`${profile.fingerprint} ${facts.length}`} {...{ profile, facts, setSelected }} />
      ) : (
        <p className="report-nothing">{error !== '' ? words.failed(error) : facts ? words.empty : words.printing}</p>
      )}
    </Panel>
  )
}

const subtitleOf = (profile: Profile, { origin, length }: ReportFacts, { origins, subtitle }: Messages['report']) =>
  subtitle(origins[wordFor(origin, profile)], formatCount(length))

function wordFor(origin: ReportFacts['origin'], profile: Profile): keyof Messages['report']['origins'] {
  if (origin === 'run' && profile.functions.name.some(isAddressName)) return 'stripped'
  return origin === 'profile' && hasFractions(profile) ? 'mean' : origin
}

/** Whether calls were counted in parts, as in a mean: gprof's report has no place for these. */
const hasFractions = ({ functions: { calls, selfCalls } }: Profile) =>
  [calls, selfCalls].some(column => column.some(count => count % 1 > 0))

const save = async ({ title }: Profile) => saveAs(await askReport({ about: 'file' }), messages().report.file(title))

interface BodyProps {
  profile: Profile
  facts: ReportFacts
  setSelected: (selected: Selected | null) => void
}

function ReportBody({ profile, facts, setSelected }: BodyProps) {
  // Where somebody wants to go; the text scrolls there and forgets it.
  const [wanted, goTo] = useState<{ line: number } | null>(null)
  const [active, setActive] = useState(-1)
  const query = useApp(state => state.view.query)
  const hits = useReportHits(facts, query)
  const led = useApp(state => state.wantedLine)
  useEffect(() => {
    if (led === null) return
    goTo({ line: Math.min(led, facts.length) - 1 })
    lineReached()
  }, [led, facts])
  return (
    <>
      <ReportBar
        profile={profile}
        facts={facts}
        query={query}
        hits={hits}
        active={active}
        goTo={line => goTo({ line })}
      />
      <ReportText
        profile={profile}
        facts={facts}
        query={query}
        found={hits !== null && hits.length > 0}
        wanted={wanted}
        active={active}
        setActive={setActive}
        setSelected={setSelected}
      />
    </>
  )
}
