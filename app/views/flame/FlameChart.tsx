import { useMemo } from 'react'
import { type FunctionRow, type Profile, type Sides, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, comparison, isComparing, labels, profileShown } from '../../state/derive.ts'
import { measureBy, type State, useApp, zoomTo, zoomUpTo } from '../../state/store.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { TakeFlame } from '../takeaway/flame/TakeFlame.tsx'
import { FlameCanvas } from './FlameCanvas.tsx'
import './FlameChart.css'
import { FlameCrumbs } from './FlameCrumbs.tsx'
import { FlameLegend } from './FlameLegend.tsx'
import { FlameModes } from './FlameModes.tsx'
import { SideSwitch } from './SideSwitch.tsx'
import { type FlameQuestion, type LaidOut, useFlameTable } from './useFlameTable.ts'

/** The flame chart of the profile on screen: call paths as boxes as wide as their time. */
export function FlameChart() {
  const profile = useApp(profileShown)
  const isAround = useApp(state => state.view.flame === 'around' && chosenRow(state) >= 0)
  const byCalls = useApp(state => state.view.measure === 'calls')
  if (!profile) return null
  if (!(profile.total > 0) && !byCalls) return <NoTime />
  return isAround ? <Butterfly profile={profile} /> : <Roots profile={profile} />
}

const sides: Record<keyof Sides, { side: keyof Sides }> = { a: { side: 'a' }, b: { side: 'b' } }
const noSide = {}
/** What a question has to say of the side that is shown, if two profiles are compared. */
const sideShown = (state: State) => (isComparing(state) ? sides[state.view.side] : noSide)

/** All call paths, from the roots down. */
function Roots({ profile }: { profile: Profile }) {
  const zoom = useApp(state => state.view.zoom)
  const span = useApp(state => state.view.span)
  const measure = useApp(state => state.view.measure)
  const side = useApp(sideShown)
  const question = useMemo(() => ({ zoom, span, measure, ...side }), [zoom, span, measure, side])
  const { laidOut, error } = useFlameTable(profile, question)
  const { flame: words } = useMessages()
  return (
    <Panel
      name="flame"
      title={words.title}
      subtitle={<FlameCrumbs profile={profile} path={zoom} resolved={resolvedBy(laidOut, question)} onZoom={zoomTo} />}
      actions={<Actions profile={profile} laidOut={laidOut} questions={[question]} />}
    >
      {error !== '' && <p className="flame-empty">{words.failed(error)}</p>}
      <Half profile={profile} laidOut={laidOut} onZoom={zoomTo} />
    </Panel>
  )
}

/** The chosen function, above it the paths by which it was called, below it what it called. */
function Butterfly({ profile }: { profile: Profile }) {
  const fn = useApp(chosenRow)
  const root = useApp(labels)[fn]
  const measure = useApp(state => state.view.measure)
  const zoom = useApp(state => state.view.zoom)
  const span = useApp(state => state.view.span)
  const zoomUp = useApp(state => state.view.zoomUp)
  const spanUp = useApp(state => state.view.spanUp)
  const side = useApp(sideShown)
  const down = useMemo(() => ({ root, measure, zoom, span, ...side }), [root, measure, zoom, span, side])
  const up = useMemo(
    () => ({ root, measure, toward: 'callers' as const, zoom: zoomUp, span: spanUp, ...side }),
    [root, measure, zoomUp, spanUp, side],
  )
  const { flame: words } = useMessages()
  const callees = useFlameTable(profile, down)
  const callers = useFlameTable(profile, up)
  const error = callees.error || callers.error
  const isEmpty = callees.laidOut?.question === down && callees.laidOut.table.length === 0
  return (
    <Panel
      name="flame"
      title={words.title}
      subtitle={
        <>
          <FlameCrumbs
            profile={profile}
            path={zoomUp}
            resolved={resolvedBy(callers.laidOut, up)}
            onZoom={zoomUpTo}
            label={words.zoomOfCallers}
          />
          <FlameCrumbs profile={profile} path={zoom} resolved={resolvedBy(callees.laidOut, down)} onZoom={zoomTo} />
        </>
      }
      actions={<Actions profile={profile} laidOut={callees.laidOut} questions={[up, down]} />}
    >
      {error !== '' && <p className="flame-empty">{words.failed(error)}</p>}
      {isEmpty ? (
        <NothingOf fn={root} row={fn} byCalls={measure === 'calls'} />
      ) : (
        <>
          <Half profile={profile} laidOut={callers.laidOut} onZoom={zoomUpTo} />
          <Half profile={profile} laidOut={callees.laidOut} onZoom={zoomTo} />
        </>
      )}
    </Panel>
  )
}

/** A function without samples has calls all the same. */
function NothingOf({ fn, row, byCalls }: { fn: string; row: FunctionRow; byCalls: boolean }) {
  const side = useApp(state => state.view.side)
  const isElsewhere = useApp(state => comparison(state)?.[state.view.side].has[row] === 0)
  const { flame: words, pictures } = useMessages()
  if (isElsewhere)
    return (
      <p className="flame-empty">
        <b className="mono">{visibleText(fn)}</b> {pictures.notOnSide[side]}
      </p>
    )
  return (
    <p className="flame-empty">
      <Pieces of={byCalls ? words.notCalled(visibleText(fn)) : words.noTime(visibleText(fn))} />{' '}
      {!byCalls && (
        <button type="button" className="button outlined" onClick={() => measureBy('calls')}>
          {words.showByCalls}
        </button>
      )}
    </p>
  )
}

interface ActionsProps extends Pick<HalfProps, 'profile' | 'laidOut'> {
  /** What is on screen, from top to bottom. */
  questions: readonly FlameQuestion[]
}

function Actions({ profile, laidOut, questions }: ActionsProps) {
  return (
    <>
      <FlameLegend profile={profile} table={laidOut?.profile === profile ? laidOut.table : null} />
      <SideSwitch />
      <FlameModes />
      <TakeFlame profile={profile} questions={questions} />
    </>
  )
}

interface HalfProps {
  profile: Profile
  laidOut: LaidOut | null
  onZoom: typeof zoomTo
}

function Half({ profile, laidOut, onZoom }: HalfProps) {
  const names = useApp(labels)
  const { flame: words } = useMessages()
  if (laidOut?.profile !== profile) return null
  const { table, question } = laidOut
  if (table.length === 0) return <p className="flame-empty">{words.noCalls}</p>
  return (
    <FlameCanvas
      // Another function in the middle is another picture, not another place in this one.
      key={question.root}
      profile={profile}
      labels={names}
      table={table}
      isRooted={question.root !== undefined}
      side={question.side}
      zoom={question.zoom}
      span={question.span}
      onZoom={onZoom}
    />
  )
}

const resolvedBy = (laidOut: LaidOut | null, question: FlameQuestion) =>
  laidOut?.question === question ? laidOut.table.resolved : question.zoom.length

function NoTime() {
  const { flame: words } = useMessages()
  return (
    <Panel name="flame" title={words.title} actions={<FlameModes />}>
      <p className="flame-empty">{words.noSamples}</p>
    </Panel>
  )
}
