import './CallGraph.css'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { heaviestPath, type Profile, SPONTANEOUS, type VisibleGraph } from '../../../src/index.ts'
import { chosenRow, matches, nameOf, profileShown } from '../../state/derive.ts'
import { choose, pointAt, pointCalls, showFrom, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, formatTime, THIN } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TakeAway } from '../takeaway/TakeAway.tsx'
import { partAt, rowOf, usePointing } from '../usePointing.ts'
import { GraphCard, type Pointed } from './GraphCard.tsx'
import { GraphLegend } from './GraphLegend.tsx'
import { GraphScene } from './GraphScene.tsx'
import { drawGraph, type GraphDrawing } from './graphDrawing.ts'
import { MinShareSlider } from './MinShareSlider.tsx'
import { useCamera } from './useCamera.ts'
import { useGraphLayout } from './useGraphLayout.ts'
import { areaOf, useSteadyCamera, wholeOf } from './useSteadyCamera.ts'
import { useVisibleGraph } from './useVisibleGraph.ts'
import { isWalkKey, walk } from './walkGraph.ts'

/** So many hits of a search are shown even where they are light; the heaviest come first. */
const MOST_PINNED_HITS = 40
/** So many cannot be drawn in full detail while they move. */
const MANY_EDGES = 150

/** The call graph: functions as nodes, arcs as edges as wide as the time that they carry. */
export function CallGraph() {
  const profile = useApp(profileShown)
  return profile && <GraphPanel key={profile.fingerprint} profile={profile} />
}

function GraphPanel({ profile }: { profile: Profile }) {
  const direction = useApp(state => state.view.direction)
  const minShare = useApp(state => state.view.minShare)
  const name = useApp(nameOf)
  const chosen = useApp(chosenRow)
  const found = useApp(matches)
  const pinned = useMemo(() => {
    const hits = found?.rows.slice(0, MOST_PINNED_HITS) ?? []
    return chosen < 0 ? hits : [chosen, ...hits]
  }, [chosen, found])
  const { graph, error } = useVisibleGraph(minShare, pinned)
  const drawing = useSame(
    useMemo(() => graph && drawGraph(profile, graph, { direction, nameOf: name }), [profile, graph, direction, name]),
  )
  const hasArcs = useMemo(
    () => profile.arcs.caller.some((from, arc) => from !== SPONTANEOUS && from !== profile.arcs.callee[arc]),
    [profile],
  )
  return (
    <Panel
      name="graph"
      title="Call graph"
      subtitle={hasArcs && graph ? subtitleOf(profile, graph, minShare) : undefined}
      actions={
        hasArcs && (
          <>
            {graph && <MinShareSlider used={graph.minShare} />}
            <fieldset className="segments" aria-label="Which way calls point">
              {(['down', 'right'] as const).map(way => (
                <button key={way} type="button" aria-pressed={direction === way} onClick={() => pointCalls(way)}>
                  {way === 'down' ? 'Top down' : 'Left right'}
                </button>
              ))}
            </fieldset>
            {drawing && <TakeAway drawing={drawing} summary={subtitleOf(profile, drawing.graph, minShare)} />}
          </>
        )
      }
    >
      {!hasArcs && <p className="graph-empty">{whyNoArcs(profile)}</p>}
      {error !== '' && <p className="graph-empty">What to draw could not be chosen: {error}</p>}
      {hasArcs && graph?.functions.length === 0 && (
        <p className="graph-empty">
          No function has {formatPercent(graph.minShare)}
          {THIN}% of the time.
          <button type="button" className="button outlined" onClick={() => showFrom(Number.NaN)}>
            Show what fits
          </button>
        </p>
      )}
      {hasArcs && drawing && drawing.nodes.size > 0 && <GraphPicture drawing={drawing} />}
    </Panel>
  )
}

/** Choosing a function that is shown anyway changes nothing in the drawing: then it stays the same object. */
function useSame(drawing: GraphDrawing | null): GraphDrawing | null {
  const latest = useRef(drawing)
  const same = (['dot', 'profile', 'nameOf'] as const).every(part => latest.current?.[part] === drawing?.[part])
  if (!same) latest.current = drawing
  return latest.current
}

function GraphPicture({ drawing }: { drawing: GraphDrawing }) {
  const chosen = useApp(chosenRow)
  const found = useApp(matches)
  const { placed, isOld, failed } = useGraphLayout(drawing)
  const window = useRef<SVGSVGElement>(null)
  const picture = useRef<SVGGElement>(null)
  const camera = useCamera(window, picture)
  const { pointed, point, pointAway } = usePointing(placed)

  const path = useMemo(
    () =>
      placed?.drawing.nodes.has(chosen) ? heaviestPath(placed.drawing.profile, placed.drawing.graph, chosen) : null,
    [placed, chosen],
  )
  useSteadyCamera(camera, window, placed, chosen)

  const tabStop = placed?.drawing.nodes.has(chosen) ? chosen : (placed?.drawing.graph.functions[0] ?? -1)
  const chooseAt = (target: EventTarget) => {
    const node = placed?.drawing.nodes.get(rowOf(partAt(target)))
    if (node) choose(node.label)
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const from = rowOf(partAt(event.target))
    if (!placed || from < 0) return
    if (event.key === 'Enter' || event.key === ' ') chooseAt(event.target)
    else if (isWalkKey(event.key)) {
      const to = walk(placed, from, event.key)
      if (to >= 0) {
        window.current?.querySelector<SVGGElement>(`[data-fn="${to}"]`)?.focus()
        camera.reveal(areaOf(placed, to))
      }
    } else return
    event.preventDefault()
  }

  return (
    <div className={isOld ? 'graph-body old' : 'graph-body'}>
      <svg
        ref={window}
        className={['graph-window', found ? 'searching' : '', drawing.edges.length > MANY_EDGES ? 'many' : ''].join(
          ' ',
        )}
        role="application"
        aria-label={`Call graph of ${formatCount(drawing.graph.functions.length)} functions`}
        aria-busy={isOld}
        onKeyDown={onKeyDown}
        onClick={event => chooseAt(event.target)}
        onPointerOver={point}
        onPointerLeave={pointAway}
        onFocus={event => pointAt(rowOf(partAt(event.target)))}
        onBlur={() => pointAt(-1)}
      >
        <g ref={picture} className="graph-picture">
          {placed && <GraphScene placed={placed} chosen={chosen} path={path} found={found} tabStop={tabStop} />}
        </g>
      </svg>
      {failed !== '' && (
        <p className="graph-failed" role="status">
          These {formatCount(drawing.graph.functions.length)} functions could not be laid out: {failed} Show fewer with
          the slider above.
        </p>
      )}
      <div className="graph-zoom">
        <button type="button" className="button icon" aria-label="Smaller" onClick={() => camera.scaleBy(1 / 1.25)}>
          −
        </button>
        <button type="button" className="button scale" aria-label="To 100 %" onClick={camera.scaleToOne}>
          {Math.round(camera.scale * 100)}
          {THIN}%
        </button>
        <button type="button" className="button icon" aria-label="Larger" onClick={() => camera.scaleBy(1.25)}>
          +
        </button>
        <button
          type="button"
          className="button"
          onClick={() => placed && camera.fit(wholeOf(placed), 0, wholeOf(placed))}
        >
          Fit
        </button>
      </div>
      <GraphLegend />
      {pointed && placed && isDrawn(pointed, placed.drawing) && (
        <GraphCard pointed={pointed} drawing={placed.drawing} />
      )}
    </div>
  )
}

const isDrawn = (pointed: Pointed, drawing: GraphDrawing) =>
  'fn' in pointed ? drawing.nodes.has(pointed.fn) : drawing.edges.includes(pointed.edge)

function subtitleOf(profile: Profile, graph: VisibleGraph, asked: number): string {
  const parts = [explainedBy(profile, graph), `${formatCount(graph.hidden)} hidden`]
  if (graph.of === 'calls') parts.push('no time recorded, shown by calls')
  if (graph.capped && asked >= 0) parts.push(`no room below ${formatPercent(graph.minShare)}${THIN}%`)
  return parts.join(' · ')
}

/** `52 functions explain 94 % of 11.1 s` */
function explainedBy({ total, unit }: Profile, { functions, explained }: VisibleGraph): string {
  const shown = `${formatCount(functions.length)} function${functions.length === 1 ? '' : 's'}`
  if (Number.isNaN(explained)) return shown
  const share = `${Math.round(explained * 100)}${THIN}%`
  return `${shown} explain${functions.length === 1 ? 's' : ''} ${share} of ${formatTime(total, unit)}`
}

function whyNoArcs({ functions, completeness }: Profile): string {
  const { callGraph, lastLine } = completeness
  if (lastLine === 0 && callGraph.state !== 'none') return 'No call that was recorded is within this executable.'
  return functions.calls.some(calls => !Number.isNaN(calls))
    ? 'No arcs in this file: it holds the flat profile only. gprof prints the call graph too unless it is told not to (-p).'
    : 'No arcs in this file: it was linked with -pg but compiled without. Flat profile only.'
}
