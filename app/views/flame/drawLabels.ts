// Names and percentages on the boxes of a flame chart. Everything of one face is written together: a canvas takes its
// time to change the face, and a picture has some two hundred labels.

import { BoxKind, type BoxRow, cycleOf, type FunctionRow, foldName, kindOf } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent, THIN } from '../../ui/format.ts'
import { monoWidth, sansWidth } from '../../ui/textWidth.ts'
import type { Fill, FlameDrawing, LabelRun } from './flameDrawing.ts'
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

/** Of one colour and as dark: texts with their places, or rectangles. */
interface Group {
  colour: string
  alpha: number
  texts: string[]
  numbers: number[]
}
type Groups = Map<string, Group>

/** By face. */
interface Groupings {
  grounds: Groups
  names: Groups
  chosen: Groups
  percents: Groups
}

/** What the boxes are called and, where there is room, what share of all time they have. */
export function placeLabels(scene: FlameScene, boxes: readonly Label[]): Pick<FlameDrawing, 'grounds' | 'labels'> {
  const { mono, sans } = scene.colours
  const groups: Groupings = { grounds: new Map(), names: new Map(), chosen: new Map(), percents: new Map() }
  for (const box of boxes) place(scene, box, groups)
  const runs = (of: Groups, font: string, align: LabelRun['align']) =>
    Array.from(of.values(), ({ colour, alpha, texts, numbers }): LabelRun => {
      return { font, align, colour, alpha, texts, places: Float32Array.from(numbers) }
    })
  return {
    grounds: Array.from(groups.grounds.values(), ({ colour, alpha, numbers }): Fill => {
      return { colour, alpha, texture: null, rectangles: Float32Array.from(numbers) }
    }),
    labels: [
      ...runs(groups.names, `450 ${NAME_SIZE}px ${mono}`, 'left'),
      ...runs(groups.chosen, `600 ${NAME_SIZE}px ${mono}`, 'left'),
      ...runs(groups.percents, `400 ${PERCENT_SIZE}px ${sans}`, 'right'),
    ],
  }
}

function groupOf(groups: Groups, colour: string, isDimmed: boolean): Group {
  const key = `${colour} ${isDimmed}`
  const group = groups.get(key) ?? { colour, alpha: isDimmed ? DIMMED : 1, texts: [], numbers: [] }
  groups.set(key, group)
  return group
}

/** Where the texts of a box go, with a clear patch under each that would be read through dots or hatching. */
function place(scene: FlameScene, { box, at, isDimmed }: Label, groups: Groupings) {
  const { table, window, colours } = scene
  const left = Math.max(0, at.left) + PADDING
  const right = Math.min(window.width, at.right) - PADDING
  const kind = kindOf(table, box)
  const isSummed = kind === BoxKind.more || kind === BoxKind.notListed
  const withPercent = right - left >= PERCENT_FROM - 2 * PADDING && !isSummed
  const room = Math.floor((right - left - (withPercent ? PERCENT_ROOM : 0)) / CHARACTER)
  const name = isSummed && room < 3 ? '' : labelText(scene, box, room)
  const middle = at.top + window.row / 2 + 0.5
  const ink = isSummed ? colours.ink2 : colours.boxInk
  const write = (on: Groups, text: string, x: number) => {
    const group = groupOf(on, ink, isDimmed)
    group.texts.push(text)
    group.numbers.push(x, middle)
  }
  const ground = isSummed ? colours.panel : scene.palette[stepOf(scene, box)]
  const patch = (from: number, width: number) =>
    groupOf(groups.grounds, ground, isDimmed).numbers.push(from - 2, at.top + 2, width + 4, window.row - 4)
  if (name !== '') {
    const width = monoWidth(name, NAME_SIZE)
    const isChosen = table.fn[box] >= 0 && table.fn[box] === scene.chosen
    write(isChosen ? groups.chosen : groups.names, name, left)
    if (hasTexture(scene, box, left + width)) patch(left, width)
  }
  if (withPercent) {
    const percent = `${formatPercent(table.width[box])}${THIN}%`
    const width = sansWidth(percent, PERCENT_SIZE)
    write(groups.percents, percent, right)
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
      const count = `+${formatCount(table.count[box])}`
      return count.length <= room ? count : ''
    }
    default:
      return foldWords(messages().flame.notListed, room)
  }
}

/** `cycle 1 as a whole`, or only its beginning. */
const nameOfCycle = (name: string, room: number): string =>
  monoWidth(name, 2) <= room ? name : foldWords(name.split(' ').slice(0, 2).join(' '), room)

/** Words in any language: an ideograph takes the room of two letters. */
function foldWords(text: string, room: number): string {
  let shown = text
  for (let characters = text.length; characters > 0 && monoWidth(shown, 2) > room; characters--)
    shown = foldName(text, characters)
  return shown
}

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
