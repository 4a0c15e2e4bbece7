import './BirdsEye.css'
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FunctionRow, GraphPath } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import type { Area } from './area.ts'
import { changeClasses } from './change.ts'
import type { DrawnNode } from './graphParts.ts'
import { takenOf } from './overlays.ts'
import { type BirdsEyePlace, frameIn, placeBirdsEye } from './placeBirdsEye.ts'
import type { Camera } from './useCamera.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'
import { isWalkKey, type WalkKey } from './walkGraph.ts'

interface Props {
  camera: Camera
  placed: PlacedDrawing
  chosen: FunctionRow
  /** The heaviest way to the chosen function; null if none is chosen. */
  path: GraphPath | null
}

/** ms without a move after which the camera has come to rest. */
const REST = 200
/** Share of the window that an arrow key moves it by. */
const STEP = 0.25
const STEPS: Record<WalkKey, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/**
 * The whole drawing, small, with a frame round what is in the window: in a free corner, while the drawing exceeds the
 * window. Where it stands is decided while nothing moves; while something does, the frame moves and nothing renders.
 */
export function BirdsEye({ camera, placed, chosen, path }: Props) {
  const { birdsEye } = useMessages().graph
  const pane = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const grab = useRef<{ x: number; y: number } | null>(null)
  const [place, setPlace] = useState<BirdsEyePlace | null>(null)

  useEffect(() => {
    const element = pane.current
    if (!element) return
    const settle = () => {
      if (camera.isMoving() || grab.current) return
      // Under the hand that uses it, it stays where it is, whatever is under it.
      const parts = element.matches(':hover, :focus-visible') ? [] : partsOf(placed, chosen)
      const sight = {
        drawing: placed.placement,
        seen: camera.seen(),
        scale: camera.scale(),
        parts,
        taken: takenOf(element.parentElement),
      }
      setPlace(before => {
        const next = placeBirdsEye(sight, before)
        return JSON.stringify(next) === JSON.stringify(before) ? before : next
      })
    }
    let timer = setTimeout(settle, REST)
    const settleLater = () => {
      clearTimeout(timer)
      timer = setTimeout(settle, REST)
    }
    const stop = camera.listen(settleLater)
    element.addEventListener('pointerleave', settleLater)
    element.addEventListener('blur', settleLater)
    return () => {
      stop()
      element.removeEventListener('pointerleave', settleLater)
      element.removeEventListener('blur', settleLater)
      clearTimeout(timer)
    }
  }, [camera, placed, chosen])

  useLayoutEffect(() => {
    if (!place) return
    const draw = () => {
      const { x, y, width, height } = frameIn(place, camera.seen())
      const { style, classList } = frame.current ?? {}
      classList?.toggle('gliding', camera.isGliding())
      if (style)
        Object.assign(style, { transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` })
    }
    draw()
    return camera.listen(draw)
  }, [camera, place])

  useEffect(() => {
    const element = pane.current
    // React listens for the wheel without a way to keep the browser from zooming the page.
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      camera.byHand(() => camera.scaleBy(2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002))))
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [camera])

  /** A point of the drawing under the pointer. */
  const pointAt = (event: PointerEvent, { scale }: BirdsEyePlace) => {
    const { left = 0, top = 0 } = pane.current?.firstElementChild?.getBoundingClientRect() ?? {}
    return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale }
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (!place || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = pointAt(event, place)
    const middle = middleOf(camera.seen())
    // The frame is taken where it is touched; beside it, it comes.
    const isOnFrame = event.target === frame.current
    grab.current = isOnFrame ? { x: middle.x - at.x, y: middle.y - at.y } : { x: 0, y: 0 }
    if (!isOnFrame) camera.centre(at.x, at.y)
  }
  const onPointerMove = (event: PointerEvent) => {
    const offset = grab.current
    if (!offset || !place) return
    const at = pointAt(event, place)
    camera.byHand(() => camera.centre(at.x + offset.x, at.y + offset.y))
  }
  const letGo = () => {
    grab.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWalkKey(event.key)) return
    event.preventDefault()
    const seen = camera.seen()
    const middle = middleOf(seen)
    const [across, down] = STEPS[event.key]
    camera.centre(middle.x + across * seen.width, middle.y + down * seen.height)
  }

  return (
    <div
      ref={pane}
      className={`birds-eye ${place?.corner ?? ''}`}
      hidden={!place}
      role="application"
      aria-label={birdsEye}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move it
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    >
      {place && (
        <div className="birds-eye-drawing" style={{ width: place.width, height: place.height }}>
          <Overview placed={placed} chosen={chosen} path={path} />
          <div ref={frame} className="birds-eye-frame" />
        </div>
      )}
    </div>
  )
}

/** The nodes, and the way to the chosen one. */
const Overview = memo(function Overview({ placed, chosen, path }: Omit<Props, 'camera'>) {
  const { drawing, placement } = placed
  const lit = new Set(path?.functions)
  const way = path?.functions.flatMap(fn => placement.nodes.find(node => node.fn === fn) ?? [])
  return (
    <svg viewBox={`0 0 ${placement.width} ${placement.height}`} aria-hidden="true">
      {way && <polyline points={way.map(({ x, y }) => `${x},${y}`).join(' ')} />}
      {placement.nodes.map(({ fn, x, y, width, height }) => (
        <rect
          key={fn}
          className={`${looksOf(drawing.nodes.get(fn))} ${fn === chosen ? 'chosen' : lit.has(fn) ? 'lit' : ''}`}
          x={x - width / 2}
          y={y - height / 2}
          width={width}
          height={height}
        />
      ))}
    </svg>
  )
})

const looksOf = (node: DrawnNode | undefined) =>
  node?.change ? changeClasses(node.change).join(' ') : `heat-${node?.heat}`

const middleOf = ({ x, y, width, height }: Area) => ({ x: x + width / 2, y: y + height / 2 })

/** Each node counts, heavy ones up to ten times, and the chosen one most of all. */
const partsOf = ({ drawing, placement }: PlacedDrawing, chosen: FunctionRow) =>
  placement.nodes.map(({ fn, x, y, width, height }) => ({
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    weight: fn === chosen ? 100 : 1 + 9 * (drawing.nodes.get(fn)?.totalShare || 0),
  }))
