// Names and percentages on the boxes of a flame chart. Everything of one face is written together: a canvas takes its
// time to change the face, and a picture has some two hundred labels.

import { BoxKind, type BoxRow, cycleOf, type FunctionRow, foldName, kindOf } from '../../../src/index.ts'
import { formatPercent, THIN } from '../../ui/format.ts'
import { sansWidth } from '../../ui/textWidth.ts'
import { DIMMED, type FlameScene, PADDING, stepOf } from './flameScene.ts'
import type { Rectangle } from './flameWindow.ts'

/** A box with room for a label, and where it is in the window. */
export interface Label {
  box: BoxRow
  at: Rectangle
  isDimmed: boolean
}

const PERCENT_FROM = 150
/** Room for `100.0 %`. */
const PERCENT_ROOM = 52
const PERCENT_SIZE = 11
/** Names: 12 px in a face whose characters are half as wide as high. */
const NAME_SIZE = 12
const CHARACTER = NAME_SIZE / 2

interface Text {
  what: string
  x: number
  middle: number
  style: string
  isDimmed: boolean
}

/** Ground to write on where there is a texture. */
interface Patch {
  x: number
  width: number
  top: number
  style: string
  isDimmed: boolean
}

/** Texts by face. */
interface Texts {
  patches: Patch[]
  names: Text[]
  chosen: Text[]
  percents: Text[]
}

/** Writes what the boxes are called and, where there is room, what share of all time they have. */
export function drawLabels(context: CanvasRenderingContext2D, scene: FlameScene, labels: readonly Label[]): void {
  const { mono, sans } = scene.colours
  const texts: Texts = { patches: [], names: [], chosen: [], percents: [] }
  for (const label of labels) place(scene, label, texts)
  for (const { x, width, top, style, isDimmed } of texts.patches) {
    context.globalAlpha = isDimmed ? DIMMED : 1
    context.fillStyle = style
    context.fillRect(x, top, width, scene.window.row - 4)
  }
  context.textBaseline = 'middle'
  write(context, `450 ${NAME_SIZE}px ${mono}`, 'left', texts.names)
  write(context, `600 ${NAME_SIZE}px ${mono}`, 'left', texts.chosen)
  write(context, `400 ${PERCENT_SIZE}px ${sans}`, 'right', texts.percents)
}

function write(context: CanvasRenderingContext2D, font: string, align: CanvasTextAlign, texts: readonly Text[]) {
  if (texts.length === 0) return
  context.font = font
  context.textAlign = align
  for (const { what, x, middle, style, isDimmed } of texts) {
    context.globalAlpha = isDimmed ? DIMMED : 1
    context.fillStyle = style
    context.fillText(what, x, middle)
  }
  context.globalAlpha = 1
}

/** Where the texts of a box go, with a clear patch under each that would be read through dots or hatching. */
function place(scene: FlameScene, { box, at, isDimmed }: Label, texts: Texts) {
  const { table, window, colours } = scene
  const left = Math.max(0, at.left) + PADDING
  const right = Math.min(window.width, at.right) - PADDING
  const kind = kindOf(table, box)
  const isSummed = kind === BoxKind.more || kind === BoxKind.notListed
  const withPercent = right - left >= PERCENT_FROM - 2 * PADDING && !isSummed
  const room = Math.floor((right - left - (withPercent ? PERCENT_ROOM : 0)) / CHARACTER)
  const name = isSummed && room < 3 ? '' : labelText(scene, box, room)
  const text = { middle: at.top + window.row / 2 + 0.5, style: isSummed ? colours.ink2 : colours.boxInk, isDimmed }
  const ground = isSummed ? colours.panel : scene.palette[stepOf(scene, box)]
  const patch = (from: number, width: number) =>
    texts.patches.push({ x: from - 2, width: width + 4, top: at.top + 2, style: ground, isDimmed })
  if (name !== '') {
    const width = name.length * CHARACTER
    const isChosen = table.fn[box] >= 0 && table.fn[box] === scene.chosen
    ;(isChosen ? texts.chosen : texts.names).push({ ...text, what: name, x: left })
    if (hasTexture(scene, box, left + width)) patch(left, width)
  }
  if (withPercent) {
    const percent = `${formatPercent(table.width[box])}${THIN}%`
    const width = sansWidth(percent, PERCENT_SIZE)
    texts.percents.push({ ...text, what: percent, x: right })
    if (hasTexture(scene, box, right)) patch(right - width, width)
  }
}

/** Whether a box has a texture left of a place in the window. */
function hasTexture({ table, window }: FlameScene, box: BoxRow, x: number): boolean {
  const kind = kindOf(table, box)
  if (kind === BoxKind.more || kind === BoxKind.notListed) return true
  const certainTo = table.start[box] + table.certain[box] * table.width[box]
  return (certainTo - window.x0) * (window.width / (window.x1 - window.x0)) < x
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
