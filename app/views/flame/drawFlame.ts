// Draws the part of a flame chart that a window shows. Pure but for the context it draws on.
//
// A table may have a million boxes and a window a few thousand pixels. On each level that is in view a binary search
// finds the first box; boxes narrower than a pixel are skipped by another one, and drawn as one grey block with those
// that touch them. So the work is bounded by pixels, not by boxes. Rectangles are filled colour by colour, which is
// faster than changing the colour for each.

import {
  BoxKind,
  type BoxRow,
  type ColourSteps,
  cycleOf,
  type FlameTable,
  type FunctionRow,
  firstEndingAfter,
  foldName,
  kindOf,
  levelEnd,
  levelsOf,
} from '../../../src/index.ts'
import { formatPercent, THIN } from '../../ui/format.ts'
import type { FlameColours } from './flameColours.ts'
import { boxRectangle, type FlameWindow, GAP, levelAt, levelTop, type Rectangle } from './flameWindow.ts'

export interface FlameScene {
  table: FlameTable
  window: FlameWindow
  colours: FlameColours
  /** What a function is called; what was folded is kept for as long as this stays the same. */
  nameOf: (fn: FunctionRow) => string
  /** The colour of each function and cycle, as its place in `palette`. */
  steps: ColourSteps
  palette: readonly string[]
  /** Function rows; -1 for none. */
  chosen: number
  hovered: number
  /** The box whose way from the root is marked, and the one that the keyboard is at; -1 for none. */
  chosenBox: BoxRow
  focusedBox: BoxRow
  /** The box that is being explained; -1 for none. */
  pointedBox: BoxRow
  /** By function row: 1 for what was searched for; null while nothing is. */
  hits: Uint8Array | null
  /** Whether everything else steps back. */
  dim: boolean
  /** Name of a cycle as a whole, by cycle row. */
  cycleName: (cycle: number) => string
}

const LABEL_FROM = 28
const COUNT_FROM = 20
const PERCENT_FROM = 150
/** Room for `100.0 %`. */
const PERCENT_ROOM = 52
const PADDING = 4
/** Names: 12 px in a face whose characters are half as wide as high. */
const NAME_SIZE = 12
const CHARACTER = NAME_SIZE / 2
const NARROWEST = 1.5
const DIMMED = 0.4

/** Rectangles of one fill: left, top, width, height after one another. */
type Batch = number[]

interface Batches {
  /** By colour; then the same for boxes that step back. */
  colours: Batch[]
  dimmedColours: Batch[]
  dots: Batch
  dimmedDots: Batch
  hatched: Batch
  underlined: Batch
  onPath: Batch
  chosen: Rectangle[]
  hovered: Rectangle[]
  labelled: { box: BoxRow; at: Rectangle; isDimmed: boolean }[]
}

/** Draws a scene in CSS pixels; the context is scaled to the screen's own. */
export function drawFlame(context: CanvasRenderingContext2D, scene: FlameScene): void {
  const { window, colours } = scene
  context.clearRect(0, 0, window.width, window.height)
  const batches = collect(scene)
  const fill = (style: CanvasPattern | string, batch: Batch, alpha = 1) => {
    if (batch.length === 0) return
    context.globalAlpha = alpha
    context.fillStyle = style
    context.beginPath()
    for (let i = 0; i < batch.length; i += 4) context.rect(batch[i], batch[i + 1], batch[i + 2], batch[i + 3])
    context.fill()
    context.globalAlpha = 1
  }
  for (const [step, batch] of batches.colours.entries()) fill(scene.palette[step], batch)
  for (const [step, batch] of batches.dimmedColours.entries()) fill(scene.palette[step], batch, DIMMED)
  fill(colours.dots, batches.dots)
  fill(colours.dots, batches.dimmedDots, DIMMED)
  fill(colours.hatch, batches.hatched, scene.dim ? DIMMED : 1)
  for (const label of batches.labelled) drawLabel(context, scene, label)
  fill(colours.ink, batches.underlined)
  fill(colours.accent, batches.onPath)
  outline(context, colours.ink, 1.5, batches.hovered)
  outline(context, colours.accent, 2, batches.chosen)
  if (scene.focusedBox >= 0) drawFocus(context, scene)
}

function collect(scene: FlameScene): Batches {
  const { table, window } = scene
  const batches: Batches = {
    colours: scene.palette.map(() => []),
    dimmedColours: scene.palette.map(() => []),
    dots: [],
    dimmedDots: [],
    hatched: [],
    underlined: [],
    onPath: [],
    chosen: [],
    hovered: [],
    labelled: [],
  }
  const pathBoxes = new Set<BoxRow>()
  for (let box = scene.chosenBox; box >= 0; box = table.parent[box]) pathBoxes.add(box)
  const unitsPerPixel = (window.x1 - window.x0) / window.width
  const [first, last] = [levelAt(window, 0), levelAt(window, window.height)].sort((a, b) => a - b)
  const firstDepth = Math.max(0, first)
  const lastDepth = Math.min(levelsOf(table) - 1, last)
  for (let depth = firstDepth; depth <= lastDepth; depth++) {
    const end = levelEnd(table, depth)
    const top = levelTop(window, depth) - window.top
    let block: Rectangle | null = null
    const finishBlock = () => {
      if (block) batches.hatched.push(block.left, top, Math.max(1, block.right - block.left), window.row)
      block = null
    }
    let box = firstEndingAfter(table, depth, window.x0)
    while (box < end && table.start[box] < window.x1) {
      const at = boxRectangle(table, window, box)
      if (at.right - at.left >= NARROWEST) {
        finishBlock()
        collectBox(scene, batches, box, at, pathBoxes.has(box))
        box++
        continue
      }
      // Everything up to the next whole pixel is one grey block with what it touches.
      const nextPixel = Math.floor(at.left) + 1
      box = firstEndingAfter(table, depth, window.x0 + nextPixel * unitsPerPixel, box + 1)
      const right = Math.min(nextPixel, boxRectangle(table, window, box - 1).right)
      if (block && at.left - block.right < 1) block.right = right
      else {
        finishBlock()
        block = { ...at, right }
      }
    }
    finishBlock()
  }
  return batches
}

function collectBox(scene: FlameScene, batches: Batches, box: BoxRow, at: Rectangle, isOnPath: boolean) {
  const { table, window } = scene
  const left = Math.max(-PADDING, at.left)
  const right = Math.min(window.width + PADDING, at.right)
  const width = right - left - (at.right - at.left > 3 ? GAP : 0)
  const kind = kindOf(table, box)
  const fn = kind === BoxKind.function ? table.fn[box] : -1
  const isHit = fn >= 0 && scene.hits !== null && scene.hits[fn] === 1
  const isDimmed = scene.dim && scene.hits !== null && !isHit
  if (kind === BoxKind.more || kind === BoxKind.notListed) batches.hatched.push(left, at.top, width, window.row)
  else {
    const batch = isDimmed ? batches.dimmedColours : batches.colours
    batch[stepOf(scene, box)].push(left, at.top, width, window.row)
    const certainTo = at.left + table.certain[box] * (at.right - at.left)
    const assumedFrom = Math.max(left, certainTo)
    const assumed = left + width - assumedFrom
    if (assumed >= 1) (isDimmed ? batches.dimmedDots : batches.dots).push(assumedFrom, at.top, assumed, window.row)
  }
  const shown = { left, top: at.top, right: left + width, bottom: at.bottom }
  if (isHit) batches.underlined.push(left, at.bottom - 2, width, 2)
  if (fn >= 0 && fn === scene.chosen) batches.chosen.push(shown)
  else if (isOnPath) batches.onPath.push(Math.max(0, left), at.top, Math.min(2.5, width), window.row)
  const isHovered = box === scene.pointedBox || (fn >= 0 && fn === scene.hovered)
  if (isHovered && (fn < 0 || fn !== scene.chosen)) batches.hovered.push(shown)
  if (right - Math.max(0, left) >= (kind === BoxKind.more ? COUNT_FROM : LABEL_FROM))
    batches.labelled.push({ box, at: shown, isDimmed })
}

function drawLabel(
  context: CanvasRenderingContext2D,
  scene: FlameScene,
  { box, at, isDimmed }: Batches['labelled'][0],
) {
  const { table, window, colours } = scene
  const left = Math.max(0, at.left) + PADDING
  const right = Math.min(window.width, at.right) - PADDING
  const kind = kindOf(table, box)
  const isSummed = kind === BoxKind.more || kind === BoxKind.notListed
  const middle = at.top + window.row / 2 + 0.5
  const withPercent = right - left >= PERCENT_FROM - 2 * PADDING && !isSummed
  const room = Math.floor((right - left - (withPercent ? PERCENT_ROOM : 0)) / CHARACTER)
  const text = isSummed && room < 3 ? '' : labelText(scene, box, room)
  context.globalAlpha = isDimmed ? DIMMED : 1
  context.textBaseline = 'middle'
  const write = (what: string, x: number, width: number, isAssumed: boolean) => {
    // A clear patch under the text, so that it is not read through dots or hatching.
    if (isSummed) context.fillStyle = colours.panel
    else context.fillStyle = scene.palette[stepOf(scene, box)]
    if (isAssumed) context.fillRect(x - 2, at.top + 2, width + 4, window.row - 4)
    context.fillStyle = isSummed ? colours.ink2 : colours.boxInk
    context.fillText(what, x, middle)
  }
  if (text !== '') {
    const isChosen = table.fn[box] >= 0 && table.fn[box] === scene.chosen
    context.font = `${isChosen ? 600 : 450} ${NAME_SIZE}px ${colours.mono}`
    context.textAlign = 'left'
    write(text, left, text.length * CHARACTER, hasTexture(scene, box, left + text.length * CHARACTER))
  }
  if (withPercent) {
    context.font = `400 11px ${colours.sans}`
    context.textAlign = 'right'
    const percent = `${formatPercent(table.width[box])}${THIN}%`
    const width = context.measureText(percent).width
    context.textAlign = 'left'
    write(percent, right - width, width, hasTexture(scene, box, right))
  }
  context.globalAlpha = 1
}

/** Whether a box has a texture left of a place in the window. */
function hasTexture({ table, window }: FlameScene, box: BoxRow, x: number): boolean {
  const kind = kindOf(table, box)
  if (kind === BoxKind.more || kind === BoxKind.notListed) return true
  const certainTo = table.start[box] + table.certain[box] * table.width[box]
  return (certainTo - window.x0) * (window.width / (window.x1 - window.x0)) < x
}

function stepOf({ table, steps }: FlameScene, box: BoxRow): number {
  if (table.fn[box] >= 0) return steps.functions[table.fn[box]]
  return kindOf(table, box) === BoxKind.cycle ? steps.cycles[cycleOf(table, box)] : 0
}

function labelText({ table, nameOf, cycleName }: FlameScene, box: BoxRow, room: number): string {
  switch (kindOf(table, box)) {
    case BoxKind.function:
      return foldOnce(nameOf, table.fn[box], room)
    case BoxKind.cycle:
      return nameOfCycle(cycleName(cycleOf(table, box)), room)
    case BoxKind.more: {
      const count = `+${table.count[box]}`
      return count.length <= room ? count : ''
    }
    default:
      return foldName('not in this listing', room)
  }
}

/** `cycle 1 as a whole`, or only its beginning. */
const nameOfCycle = (name: string, room: number): string =>
  name.length <= room ? name : foldName(name.split(' ').slice(0, 2).join(' '), room)

const folded = new WeakMap<FlameScene['nameOf'], Map<number, string>>()
const MOST_FOLDED = 5000
/** No window has room for as many characters. */
const MOST_ROOM = 10_000

/** Folding a C++ name takes longer than drawing it, and the same ones are drawn frame after frame. */
function foldOnce(nameOf: FlameScene['nameOf'], fn: FunctionRow, room: number): string {
  const name = nameOf(fn)
  if (name.length <= room) return name
  let known = folded.get(nameOf)
  if (!known || known.size > MOST_FOLDED) {
    known = new Map()
    folded.set(nameOf, known)
  }
  const key = fn * MOST_ROOM + Math.min(room, MOST_ROOM - 1)
  let text = known.get(key)
  if (text === undefined) {
    text = foldName(name, room)
    known.set(key, text)
  }
  return text
}

function outline(context: CanvasRenderingContext2D, colour: string, width: number, boxes: Rectangle[]) {
  context.strokeStyle = colour
  context.lineWidth = width
  for (const { left, top, right, bottom } of boxes)
    context.strokeRect(left + width / 2, top + width / 2, Math.max(0.5, right - left - width), bottom - top - width)
}

/** A ring one pixel away from the box, so that being at a box and having chosen it can be told apart. */
function drawFocus(context: CanvasRenderingContext2D, { table, window, colours, focusedBox }: FlameScene) {
  const at = boxRectangle(table, window, focusedBox)
  const left = Math.max(1, at.left - 2)
  const right = Math.min(window.width - 1, at.right + 1)
  const top = Math.max(1, at.top - 2)
  context.strokeStyle = colours.panel
  context.lineWidth = 4
  context.strokeRect(left, top, Math.max(2, right - left), at.bottom + 2 - top)
  context.strokeStyle = colours.accent
  context.lineWidth = 2
  context.strokeRect(left, top, Math.max(2, right - left), at.bottom + 2 - top)
}
