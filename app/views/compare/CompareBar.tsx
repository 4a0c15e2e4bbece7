import { Suspense, useState } from 'react'
import {
  type ComparedSides,
  type Normalisation,
  SIGNIFICANT,
  type SideFigures,
  saidTitle,
  visibleText,
} from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { areOfSeveral, comparison, isComparing, profileShown } from '../../state/derive.ts'
import { compareBy, compareWith, sumProcesses, swapSides, traceInSide, useApp } from '../../state/store.ts'
import { normalisations } from '../../state/view.ts'
import { formatCount, formatRounded, formatSigned, formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useSideMarks } from '../alike.ts'
import { whole } from '../source/sourceInProcess.ts'
import { compareDialog } from './CompareButton.tsx'
import './CompareBar.css'

/** Which two profiles are compared, how they differ as a whole, and by what their figures are made comparable. */
export function CompareBar() {
  const comparing = useApp(isComparing)
  const compared = useApp(comparison)
  const several = useApp(areOfSeveral)
  const waiting = useApp(
    ({ opened, view }) => view.against !== null && view.against.part > (opened?.profiles.length ?? 0),
  )
  const [choosing, setChoosing] = useState(false)
  const words = useMessages().compare
  if (!comparing && !waiting) return null
  return (
    <section className="compare-bar" aria-label={words.title}>
      {comparing && compared ? <Sides compared={compared} /> : waiting ? <Missing /> : <p>{words.working}</p>}
      {several && <SummedSwitch />}
      {comparing && <NormalisationSwitch />}
      <div className="compare-actions">
        {comparing && (
          <button type="button" className="button" title={words.swapHint} onClick={swapSides}>
            <Icon name="swap" />
            <span className="wide-only">{words.swap}</span>
          </button>
        )}
        <button type="button" className="button" onClick={() => setChoosing(true)}>
          {words.choose}
        </button>
        <button type="button" className="button" onClick={() => compareWith(null)}>
          {words.end}
        </button>
      </div>
      {choosing && (
        <Suspense>
          <compareDialog.Component onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </section>
  )
}

function Sides({ compared }: { compared: ComparedSides }) {
  const words = useMessages().compare
  const say = useSay()
  const unit = useApp(state => profileShown(state)?.unit ?? '')
  const { a, b, all, runs } = compared
  const marks = useSideMarks({ a: a.title, b: b.title })
  const change = all.b - all.a
  const percent = all.a > 0 ? formatSigned((100 * change) / all.a, size => formatRounded(size, 3)) : ''
  const [low, high] = all.interval
  const range = [low, high].map(each => formatSigned(each, value => formatTime(value, unit))) as [string, string]
  const sure = all.p <= SIGNIFICANT
  const tone = sure ? (change > 0 ? 'more' : 'less') : 'noise'
  return (
    <p className="compare-sides">
      <SideName side={a} which="a" label={words.before} mark={marks.a} unit={unit} />
      <span aria-hidden="true">→</span>
      <SideName side={b} which="b" label={words.after} mark={marks.b} unit={unit} />
      <span
        className={`compare-change ${tone}`}
        title={runs ? words.rangeOfAllByRuns(...range) : words.rangeOfAll(...range)}
      >
        {formatSigned(change, value => formatTime(value, unit))}
        {percent !== '' && ` (${percent} %)`} · {sure ? words.allSure : words.allChance}
      </span>
      {runs && <span className="compare-judged">{words.judgedByRuns(formatCount(runs.a), formatCount(runs.b))}</span>}
      {compared.warnings.map(warning => (
        <span key={warning.message} className="compare-warning">
          {say(warning)}
        </span>
      ))}
    </p>
  )
}

interface SideProps {
  side: SideFigures
  which: 'a' | 'b'
  label: string
  /** What tells it from the other; empty where the title does. */
  mark: string
  unit: string
}

function SideName({ side, which, label, mark, unit }: SideProps) {
  const samples = side.all / side.samplePeriod
  const { compare: words, source, ui } = useMessages()
  const say = useSay()
  return (
    <button
      type="button"
      className="compare-side"
      title={
        samples >= 0
          ? ui.list([words.samples(formatCount(samples), samples), source.menuOfTotals])
          : source.menuOfTotals
      }
      onClick={() => traceInSide(which, whole)}
    >
      {label} <b className="mono">{ui.withMark(visibleText(say(saidTitle(side.title))), mark)}</b>{' '}
      {formatTime(side.all, unit)}
    </button>
  )
}

/** What a link compares with and only the person can open. */
function Missing() {
  const words = useMessages().compare
  const file = useApp(state => state.view.beside.file)
  return <p className="compare-sides">{words.missing(visibleText(file))}</p>
}

function SummedSwitch() {
  const { compare: words, processes } = useMessages()
  const chosen = useApp(state => state.view.summed)
  return (
    <fieldset className="segments" aria-label={words.summed}>
      {(['sum', 'mean'] as const).map(each => (
        <button
          key={each}
          type="button"
          aria-pressed={each === chosen}
          title={words.summedHint[each]}
          onClick={() => sumProcesses(each)}
        >
          {processes[each]}
        </button>
      ))}
    </fieldset>
  )
}

function NormalisationSwitch() {
  const words = useMessages().compare
  const chosen = useApp(state => state.view.normalisation)
  return (
    <fieldset className="segments" aria-label={words.by}>
      {normalisations.map((each: Normalisation) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === chosen}
          title={words.normalisationHint[each]}
          onClick={() => compareBy(each)}
        >
          {words.normalisation[each]}
        </button>
      ))}
    </fieldset>
  )
}
