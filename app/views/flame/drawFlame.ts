// Draws the part of a flame chart that a window shows. Pure but for the context it draws on.
//
// A table may have a million boxes and a window a few thousand pixels. On each level that is in view a binary search
// finds the first box; boxes too narrow for a colour and a gap are skipped by another one, and drawn as one grey block
// with those beside them. So the work is bounded by pixels, not by boxes. Rectangles are filled colour by colour, which
// is faster than changing the colour for each. Where no GPU fills them, each costs about two microseconds, whatever its
// size, and more with a texture, so there are few of them, and narrow blocks, in which no hatching can be seen, have none.

import { BoxKind, type BoxRow, endOf, firstEndingAfter, kindOf, levelEnd, levelsOf } from '../../../src/index.ts'
import { drawLabels, type Label } from './drawLabels.ts'
import { DIMMED, type FlameScene, PADDING, stepOf } from './flameScene.ts'
import { boxRectangle, GAP, levelAt, levelTop, type Rectangle } from './flameWindow.ts'

const LABEL_FROM = 28
const COUNT_FROM = 20
/** Two pixels of colour and the gap. */
const NARROWEST = 3
/** Blocks with less than this between them are one. */
const APART = 2
/** From here on dots and hatching can be seen: the width of one of each. */
const DOTTED_FROM = 4
const HATCHED_FROM = 6

/** Rectangles of one fill: left, top, width, height after one another. */
type Batch = number[]

interface Batches {
  /** By colour; then the same for boxes that step back. */
  colours: Batch[]
  dimmedColours: Batch[]
  dots: Batch
  dimmedDots: Batch
  hatched: Batch
  blocks: Batch
  underlined: Batch
  onPath: Batch
  chosen: Rectangle[]
  hovered: Rectangle[]
  labelled: Label[]
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
  fill(colours.block, batches.blocks, scene.dim ? DIMMED : 1)
  drawLabels(context, scene, batches.labelled)
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
    blocks: [],
    underlined: [],
    onPath: [],
    chosen: [],
    hovered: [],
    labelled: [],
  }
  const pathBoxes = new Set<BoxRow>()
  for (let box = scene.chosenBox; box >= 0; box = table.parent[box]) pathBoxes.add(box)
  const scale = window.width / (window.x1 - window.x0)
  const [first, last] = [levelAt(window, 0), levelAt(window, window.height)].sort((a, b) => a - b)
  const firstDepth = Math.max(0, first)
  const lastDepth = Math.min(levelsOf(table) - 1, last)
  for (let depth = firstDepth; depth <= lastDepth; depth++) {
    const end = levelEnd(table, depth)
    const top = levelTop(window, depth) - window.top
    let block = { left: 0, right: Number.NEGATIVE_INFINITY }
    const finishBlock = () => {
      const width = Math.max(1, block.right - block.left)
      if (block.right > Number.NEGATIVE_INFINITY)
        (width < HATCHED_FROM ? batches.blocks : batches.hatched).push(block.left, top, width, window.row)
      block.right = Number.NEGATIVE_INFINITY
    }
    let box = firstEndingAfter(table, depth, window.x0)
    while (box < end && table.start[box] < window.x1) {
      const left = (table.start[box] - window.x0) * scale
      const width = table.width[box] * scale
      if (width >= NARROWEST) {
        finishBlock()
        const at = { left, top, right: left + width, bottom: top + window.row }
        collectBox(scene, batches, box, at, pathBoxes.has(box))
        box++
        continue
      }
      // Everything up to the next whole pixel is one grey block with what is beside it.
      const nextPixel = Math.floor(left) + 1
      box = firstEndingAfter(table, depth, window.x0 + nextPixel / scale, box + 1)
      const right = Math.min(nextPixel, (endOf(table, box - 1) - window.x0) * scale)
      if (left - block.right < APART) block.right = right
      else {
        finishBlock()
        block = { left, right }
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
    if (assumed >= DOTTED_FROM)
      (isDimmed ? batches.dimmedDots : batches.dots).push(assumedFrom, at.top, assumed, window.row)
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
