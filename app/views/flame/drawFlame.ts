// Draws the part of a flame chart that a window shows, as data to be painted elsewhere (see paintFlame.ts). Pure.
//
// A table may have a million boxes and a window a few thousand pixels. On each level that is in view a binary search
// finds the first box; boxes too narrow for a colour and a gap are skipped by another one, and drawn as one grey block
// with those beside them. So the work is bounded by pixels, not by boxes. Rectangles are filled colour by colour, which
// is faster than changing the colour for each. Where no GPU fills them, each costs one to two microseconds, and more with
// a texture, so there are few of them, and narrow blocks, in which no hatching can be seen, have none.

import { BoxKind, type BoxRow, endOf, firstEndingAfter, kindOf, levelEnd, levelsOf } from '../../../src/index.ts'
import { type Label, placeLabels } from './drawLabels.ts'
import type { Fill, FlameDrawing, Outline, Texture } from './flameDrawing.ts'
import { DIMMED, type FlameScene, PADDING, stepOf } from './flameScene.ts'
import { boxRectangle, type FlameWindow, levelAt, levelTop, pixelOf, type Rectangle, toPixel } from './flameWindow.ts'

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
  /** Around boxes, as far as into the gaps. */
  frames: Batch
  /** By colour, without dots and with them; then the same for boxes that step back. */
  solid: Batch[]
  dotted: Batch[]
  dimmedSolid: Batch[]
  dimmedDotted: Batch[]
  hatched: Batch
  blocks: Batch
  underlined: Batch
  /** Along the top of boxes whose path one of two profiles lacks. */
  overlined: Batch
  onPath: Batch
  chosen: Rectangle[]
  hovered: Rectangle[]
  labelled: Label[]
}

/** Draws a scene, in CSS pixels. */
export function drawFlame(scene: FlameScene): FlameDrawing {
  const { window, colours, palette } = scene
  const { width, height, ratio } = window
  const batches = collect(scene)
  const { grounds, labels } = placeLabels(scene, batches.labelled)
  const dots: Texture = { pattern: 'dots', ink: colours.stipple }
  const hatch: Texture = { pattern: 'hatch', ink: colours.hatch }
  const ofPalette = (batches: readonly Batch[], texture: Texture | null, alpha: number) =>
    batches.map((batch, step) => fillOf(palette[step], batch, texture, alpha))
  const summedAlpha = scene.dim ? DIMMED : 1
  return {
    ...{ width, height, ratio },
    boxes: [
      fillOf(colours.frame ?? '', batches.frames),
      ...ofPalette(batches.solid, null, 1),
      ...ofPalette(batches.dotted, dots, 1),
      ...ofPalette(batches.dimmedSolid, null, DIMMED),
      ...ofPalette(batches.dimmedDotted, dots, DIMMED),
      fillOf(colours.hatchGround, batches.hatched, hatch, summedAlpha),
      fillOf(colours.block, batches.blocks, null, summedAlpha),
    ].filter(isFilled),
    grounds,
    labels,
    marks: [
      fillOf(colours.ink, [...batches.underlined, ...batches.overlined]),
      fillOf(colours.accent, batches.onPath),
    ].filter(isFilled),
    outlines: [
      outlineOf(colours.ink, 1.5, batches.hovered),
      outlineOf(colours.accent, 2, batches.chosen),
      ...(scene.focusedBox >= 0 ? focusRing(scene) : []),
    ].filter(isFilled),
  }
}

const fillOf = (colour: string, batch: Batch, texture: Texture | null = null, alpha = 1): Fill => ({
  ...{ colour, texture, alpha },
  rectangles: Float32Array.from(batch),
})
const isFilled = ({ rectangles }: Pick<Fill, 'rectangles'>) => rectangles.length > 0

function collect(scene: FlameScene): Batches {
  const { table, window, palette } = scene
  const batches: Batches = {
    frames: [],
    solid: palette.map(() => []),
    dotted: palette.map(() => []),
    dimmedSolid: palette.map(() => []),
    dimmedDotted: palette.map(() => []),
    hatched: [],
    blocks: [],
    underlined: [],
    overlined: [],
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
    const [top, bottom] = edgesOfLevel(window, depth)
    let block = { left: 0, right: Number.NEGATIVE_INFINITY }
    const finishBlock = () => {
      if (block.right === Number.NEGATIVE_INFINITY) return
      const left = toPixel(window, block.left)
      const width = Math.max(pixelOf(window), toPixel(window, block.right) - left)
      ;(width < HATCHED_FROM ? batches.blocks : batches.hatched).push(left, top, width, bottom - top)
      block.right = Number.NEGATIVE_INFINITY
    }
    let box = firstEndingAfter(table, depth, window.x0)
    while (box < end && table.start[box] < window.x1) {
      const left = (table.start[box] - window.x0) * scale
      const width = table.width[box] * scale
      if (width >= NARROWEST) {
        finishBlock()
        const at = { left: toPixel(window, left), top, right: toPixel(window, left + width), bottom }
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
  const end = Math.min(window.width + PADDING, at.right)
  const gap = pixelOf(window)
  const right = end - gap
  const height = at.bottom - at.top
  if (scene.colours.frame) batches.frames.push(left - gap, at.top - gap, right - left + 2 * gap, height + 2 * gap)
  const kind = kindOf(table, box)
  const fn = kind === BoxKind.function ? table.fn[box] : -1
  const isHit = fn >= 0 && scene.hits !== null && scene.hits[fn] === 1
  const isDimmed = scene.dim && scene.hits !== null && !isHit
  if (kind === BoxKind.more || kind === BoxKind.notListed) batches.hatched.push(left, at.top, right - left, height)
  else {
    const step = stepOf(scene, box)
    const [solid, dotted] = isDimmed ? [batches.dimmedSolid, batches.dimmedDotted] : [batches.solid, batches.dotted]
    const certainTo = toPixel(window, at.left + table.certain[box] * (at.right - at.left))
    const assumedFrom = right - certainTo < DOTTED_FROM ? right : Math.max(left, certainTo)
    if (assumedFrom > left) solid[step].push(left, at.top, assumedFrom - left, height)
    if (right > assumedFrom) dotted[step].push(assumedFrom, at.top, right - assumedFrom, height)
  }
  const shown = { left, top: at.top, right, bottom: at.bottom }
  if (scene.own?.[box]) batches.overlined.push(left, at.top, right - left, 2)
  if (isHit) batches.underlined.push(left, at.bottom - 2, right - left, 2)
  if (fn >= 0 && fn === scene.chosen) batches.chosen.push(shown)
  else if (isOnPath) batches.onPath.push(Math.max(0, left), at.top, Math.min(2.5, right - left), height)
  const isHovered = box === scene.pointedBox || (fn >= 0 && fn === scene.hovered)
  if (isHovered && (fn < 0 || fn !== scene.chosen)) batches.hovered.push(shown)
  if (end - Math.max(0, left) >= (kind === BoxKind.more ? COUNT_FROM : LABEL_FROM))
    batches.labelled.push({ box, at: shown, isDimmed })
}

/** The edges of a level, on whole pixels. */
function edgesOfLevel(window: FlameWindow, depth: number): [number, number] {
  const top = levelTop(window, depth) - window.top
  return [toPixel(window, top), toPixel(window, top + window.row)]
}

/** Lines that wide inside of boxes. */
function outlineOf(colour: string, lineWidth: number, boxes: readonly Rectangle[]): Outline {
  const half = lineWidth / 2
  const rectangles = boxes.flatMap(({ left, top, right, bottom }) => [
    ...[left + half, top + half],
    ...[Math.max(0.5, right - left - lineWidth), bottom - top - lineWidth],
  ])
  return { colour, lineWidth, rectangles: Float32Array.from(rectangles) }
}

/** A ring one pixel away from the box, so that being at a box and having chosen it can be told apart. */
function focusRing({ table, window, colours, focusedBox }: FlameScene): Outline[] {
  const at = boxRectangle(table, window, focusedBox)
  const left = Math.max(1, at.left - 2)
  const right = Math.min(window.width - 1, at.right + 1)
  const top = Math.max(1, at.top - 2)
  const rectangles = Float32Array.of(left, top, Math.max(2, right - left), at.bottom + 2 - top)
  return [
    { colour: colours.panel, lineWidth: 4, rectangles },
    { colour: colours.accent, lineWidth: 2, rectangles: rectangles.slice() },
  ]
}
