import { type SyntheticEvent, useRef, useSyncExternalStore } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, matches, profileShown } from '../../state/derive.ts'
import { choose, openAt, pointAt, useApp } from '../../state/store.ts'
import { formatCount, THIN } from '../../ui/format.ts'
import { useArcMenu } from '../source/useArcMenu.tsx'
import { below, useFunctionMenu } from '../useFunctionMenu.tsx'
import { openedBy, partAt, rowOf, usePointing } from '../usePointing.ts'
import { BirdsEye } from './BirdsEye.tsx'
import { ComparedLegend } from './ComparedLegend.tsx'
import { GraphBar } from './GraphBar.tsx'
import { GraphCard, type Pointed } from './GraphCard.tsx'
import { GraphLegend } from './GraphLegend.tsx'
import { GraphScene } from './GraphScene.tsx'
import type { GraphDrawing } from './graphDrawing.ts'
import { Legend } from './Legend.tsx'
import { type Camera, useCamera } from './useCamera.ts'
import { useGraphKeys } from './useGraphKeys.ts'
import { useGraphLayout } from './useGraphLayout.ts'
import { fitAll, useSteadyCamera } from './useSteadyCamera.ts'
import { useWays } from './useWays.ts'

/** A drawing, laid out, under a camera; and what a hand and the keyboard do with it. */
export function GraphPicture({ drawing }: { drawing: GraphDrawing }) {
  const { placed, isOld, failed } = useGraphLayout(drawing)
  const { graph: words } = useMessages()
  // Rows of another profile than the one that is drawn say nothing here.
  const isShown = useApp(state => profileShown(state) === placed?.drawing.profile)
  const chosen = useApp(state => (isShown ? chosenRow(state) : -1))
  const found = useApp(state => (isShown ? matches(state) : null))
  const window = useRef<HTMLDivElement>(null)
  const picture = useRef<SVGSVGElement>(null)
  const camera = useCamera(window, picture)
  const { pointed, point, pointAway } = usePointing(placed)

  const { ways, lit } = useWays(placed, chosen)
  const acted = useRef('')
  const noteActed = (event: SyntheticEvent) => {
    acted.current = placed?.drawing.nodes.get(rowOf(partAt(event.target as Element)))?.label ?? ''
  }
  useSteadyCamera(camera, window, placed, chosen, acted)

  const profile = isShown ? (placed?.drawing.profile ?? null) : null
  // Edges have no place for the keyboard: it finds calls in the entry.
  const { arcEvents, onArcHold, arcMenu } = useArcMenu(profile, event => {
    const edge = placed?.drawing.edges[Number(partAt(event.target)?.dataset.edge ?? -1)]
    const at = 'clientX' in event ? { x: event.clientX, y: event.clientY } : { x: 0, y: 0 }
    return edge && edge.arc >= 0 ? { arc: edge.arc, at } : null
  })
  const { functionKey, menuEvents, menu } = useFunctionMenu(
    profile,
    ({ target }) => {
      const part = partAt(target)
      return part && placed?.drawing.nodes.has(rowOf(part)) ? { fn: rowOf(part), at: below(part) } : null
    },
    placed?.drawing.graph,
    onArcHold,
  )

  const tabStop = placed?.drawing.nodes.has(chosen) ? chosen : (placed?.drawing.graph.functions[0] ?? -1)
  const actAt = (target: EventTarget) => {
    const part = partAt(target)
    const node = placed?.drawing.nodes.get(rowOf(part))
    if (!node) return
    const side = openedBy(target)
    if (side) openAt(node.label, side)
    else choose(node.label)
  }
  const { said, onKeyDown } = useGraphKeys(placed, chosen, camera, functionKey)

  return (
    <div className={isOld ? 'graph-body old' : 'graph-body'}>
      <div
        ref={window}
        className={found ? 'graph-window searching' : 'graph-window'}
        role="application"
        aria-label={words.title}
        aria-busy={isOld}
        onPointerDownCapture={noteActed}
        onKeyDownCapture={noteActed}
        onKeyDown={onKeyDown}
        onClick={event => actAt(event.target)}
        {...menuEvents}
        onContextMenu={event => {
          menuEvents.onContextMenu(event)
          arcEvents.onContextMenu(event)
        }}
        onPointerOver={point}
        onPointerLeave={pointAway}
        onFocus={event => pointAt(rowOf(partAt(event.target)))}
        onBlur={() => pointAt(-1)}
      >
        <svg
          ref={picture}
          className="graph-picture"
          role="presentation"
          width={placed?.placement.width}
          height={placed?.placement.height}
        >
          {placed && (
            <GraphScene
              name={words.of(formatCount(placed.drawing.nodes.size))}
              placed={placed}
              chosen={chosen}
              path={lit}
              found={found}
              tabStop={tabStop}
            />
          )}
        </svg>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <GraphBar drawing={placed?.drawing ?? null} ways={ways} lit={lit} />
      {failed !== '' && (
        <p className="graph-failed" role="status">
          {words.noLayout(formatCount(drawing.graph.functions.length), failed)}
        </p>
      )}
      <div className="graph-zoom">
        <button
          type="button"
          className="button icon"
          aria-label={words.smaller}
          onClick={() => camera.scaleBy(1 / 1.25)}
        >
          −
        </button>
        <ScaleButton camera={camera} />
        <button type="button" className="button icon" aria-label={words.larger} onClick={() => camera.scaleBy(1.25)}>
          +
        </button>
        <button type="button" className="button" onClick={() => placed && fitAll(camera, placed)}>
          {words.fit}
        </button>
      </div>
      <Legend>
        {drawing.compared ? (
          <ComparedLegend />
        ) : (
          <GraphLegend hasTimes={drawing.graph.of === 'time'} hasCycles={drawing.cycles.size > 0} />
        )}
      </Legend>
      {placed && <BirdsEye camera={camera} placed={placed} chosen={chosen} path={lit} />}
      {menu}
      {arcMenu}
      {pointed && !menu && !arcMenu && placed && isDrawn(pointed, placed.drawing) && (
        <GraphCard pointed={pointed} drawing={placed.drawing} />
      )}
    </div>
  )
}

/** The scale, which renders alone while the camera moves. */
function ScaleButton({ camera }: { camera: Camera }) {
  const { toFullSize } = useMessages().graph
  const percent = useSyncExternalStore(camera.listen, () => Math.round(camera.scale() * 100))
  return (
    <button type="button" className="button scale" aria-label={toFullSize} onClick={camera.scaleToOne}>
      {formatCount(percent)}
      {THIN}%
    </button>
  )
}

const isDrawn = (pointed: Pointed, drawing: GraphDrawing) =>
  'fn' in pointed ? drawing.nodes.has(pointed.fn) : drawing.edges.includes(pointed.edge)
