import './CallGraph.css'
import { useMemo, useRef } from 'react'
import type { ComparedSides, Profile, VisibleGraph } from '../../../src/index.ts'
import { messages, useMessages } from '../../messages/messages.ts'
import { comparison, isComparing, nameOf, profileShown, sourceShown } from '../../state/derive.ts'
import { pointCalls, showFrom, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, formatPlaces, formatTime, THIN } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { hasCalls } from '../hasCalls.ts'
import { TakeGraph } from '../takeaway/TakeGraph.tsx'
import { AmountSlider } from './AmountSlider.tsx'
import { comparing } from './comparedDrawing.ts'
import { GraphPicture } from './GraphPicture.tsx'
import { drawGraph, type GraphDrawing } from './graphDrawing.ts'
import { useUsualDrawing } from './useUsualDrawing.ts'
import { useGraphOptions, useVisibleGraph } from './useVisibleGraph.ts'

/** The call graph: functions as nodes, arcs as edges as wide as the time that they carry. */
export function CallGraph() {
  const profile = useApp(profileShown)
  return profile && <GraphPanel key={profile.fingerprint} profile={profile} />
}

function GraphPanel({ profile }: { profile: Profile }) {
  const direction = useApp(state => state.view.direction)
  const name = useApp(nameOf)
  const words = useMessages()
  const options = useGraphOptions()
  const { usual, ready } = useUsualDrawing(options)
  const { graph, error } = useVisibleGraph(useApp(sourceShown), options)
  const compared = useApp(comparison)
  const isReady = useApp(isComparing) ? ready && compared !== null : ready
  const drawing = useLatest(
    useMemo(() => {
      if (!isReady || !graph) return null
      const drawn = { direction, nameOf: name, words, like: usual }
      return drawGraph(profile, graph, {
        ...drawn,
        comparing: compared && comparing(profile, graph, compared, name),
      })
    }, [profile, graph, direction, name, words, usual, isReady, compared]),
  )
  const summary = graph && subtitleOf(profile, graph, options.minShare, compared)
  const hasArcs = hasCalls(profile)
  return (
    <Panel
      name="graph"
      title={words.graph.title}
      subtitle={hasArcs && summary ? summary : undefined}
      actions={
        hasArcs && (
          <>
            {graph && <AmountSlider used={graph.minShare} />}
            <fieldset className="segments" aria-label={words.graph.direction}>
              {(['down', 'right'] as const).map(way => (
                <button
                  key={way}
                  type="button"
                  aria-pressed={direction === way}
                  aria-label={words.graph.directions[way]}
                  title={words.graph.directions[way]}
                  onClick={() => pointCalls(way)}
                >
                  <Icon name={way === 'down' ? 'flowDown' : 'flowRight'} />
                </button>
              ))}
            </fieldset>
            {drawing && summary && <TakeGraph drawing={drawing} summary={summary} />}
          </>
        )
      }
    >
      {!hasArcs && <p className="graph-empty">{whyNoArcs(profile)}</p>}
      {error !== '' && <p className="graph-empty">{words.graph.failed(error)}</p>}
      {hasArcs && graph?.functions.length === 0 && (
        <p className="graph-empty">
          {words.graph.noneFrom(`${formatPercent(graph.minShare)}${THIN}%`)}
          <button type="button" className="button outlined" onClick={() => showFrom(Number.NaN)}>
            {words.graph.showFits}
          </button>
        </p>
      )}
      {hasArcs && drawing && drawing.nodes.size > 0 && <GraphPicture drawing={drawing} />}
    </Panel>
  )
}

/**
 * The last drawing there was. Choosing a function that is shown anyway changes nothing in it: then it stays the same object.
 */
function useLatest(drawing: GraphDrawing | null): GraphDrawing | null {
  const latest = useRef(drawing)
  const same =
    (['dot', 'like', 'profile', 'nameOf', 'words'] as const).every(
      part => latest.current?.[part] === drawing?.[part],
    ) && latest.current?.compared?.sides === drawing?.compared?.sides
  if (drawing && !same) latest.current = drawing
  return latest.current
}

function subtitleOf(profile: Profile, graph: VisibleGraph, asked: number, compared: ComparedSides | null): string {
  const words = messages().graph
  const parts = compared
    ? [explainedOfSides(graph, compared)]
    : [explainedBy(profile, graph), words.hidden(formatCount(graph.hidden))]
  if (graph.of === 'calls') parts.push(words.byCalls)
  if (graph.capped && asked >= 0) parts.push(words.noRoom(`${formatPercent(graph.minShare)}${THIN}%`))
  return parts.join(' · ')
}

/** `52 functions explain 94 % of 11.1 s` */
function explainedBy({ total, unit }: Profile, { functions, explained }: VisibleGraph): string {
  const { ui, graph } = messages()
  const shown = ui.functions(formatCount(functions.length), functions.length)
  if (Number.isNaN(explained)) return shown
  const share = `${formatPlaces(100 * explained, 0)}${THIN}%`
  return graph.explained(shown, functions.length, share, formatTime(total, unit))
}

/** How much of both the functions shown explain. */
function explainedOfSides({ functions, hidden }: VisibleGraph, { a, b }: ComparedSides): string {
  const { compare, pictures } = messages()
  const share = ({ self, all }: ComparedSides['a']) => {
    const explained = functions.reduce((sum, fn) => sum + (self[fn] || 0), 0) / all
    return `${formatPlaces(100 * explained, 0)}${THIN}%`
  }
  const shown = compare.functionsOf(formatCount(functions.length), functions.length)
  return pictures.explained(shown, share(a), share(b), formatCount(hidden))
}

function whyNoArcs({ functions, completeness }: Profile): string {
  const { callGraph, lastLine } = completeness
  const { noArcs } = messages().graph
  if (lastLine === 0 && callGraph.state !== 'none') return noArcs.outside
  return functions.calls.some(calls => !Number.isNaN(calls)) ? noArcs.flatOnly : noArcs.notCompiled
}
