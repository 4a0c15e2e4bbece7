// What the parts of the picture are made of: rectangles, paths and texts, each with the name of its part. The page gives
// the parts their colours by style sheet, a saved picture by attributes; where they are is said here, once.

import type { CyclePlacement, EdgePlacement, LabelPlacement, Point, Size, SumPlacement } from '../../../src/index.ts'
import { fitSans, monoWidth, sansWidth } from '../../ui/textWidth.ts'
import {
  COUNT_SIZE,
  type DrawnCycle,
  type DrawnEdge,
  type DrawnNode,
  type DrawnSum,
  FIGURE_SIZE,
  NAME_SIZE,
} from './graphParts.ts'

export interface RectShape<Part extends string> extends Point, Size {
  kind: 'rect'
  part: Part
  /** Of its corners. */
  radius: number
  dashes?: string
}

export interface PathShape<Part extends string> {
  kind: 'path'
  part: Part
  /** As in SVG. */
  d: string
  strokeWidth?: number
  dashes?: string
}

export interface TextShape<Part extends string> extends Point {
  kind: 'text'
  part: Part
  anchor: 'start' | 'middle' | 'end'
  text: string
  /** What stands before the text, set off from it. */
  lead?: string
  size: number
  /** The width it has in the faces of the page; fonts differ, the room for it does not. */
  width: number
}

export type Shape<Part extends string> = RectShape<Part> | PathShape<Part> | TextShape<Part>

export type NodePart =
  | 'ring'
  | 'body'
  | 'name'
  | 'self'
  | 'total'
  | 'word'
  | 'bar'
  | 'bar-total'
  | 'bar-self'
  | 'recursion'
export type EdgePart = 'line' | 'head' | 'count'
export type SumPart = 'pill' | 'sum'
export type CyclePart = 'outer' | 'inner' | 'title' | 'share' | 'calls'

const PADDING = 8
const NAME_LINE = 15
const FIGURES_LINE = 28.5
/** From one line of figures to the next. */
const LINE = 14
const BAR_TOP = 33
const BAR_HEIGHT = 3
/** Of what only one of two profiles has, for those who see no colours: dashes after, dots before. */
const OUTLINE = { both: undefined, new: '7 3', gone: '2 3' }
export const EDGE_DASHES = { new: '9 4', gone: '3 5' }
/** From the middle of a line of small digits to its baseline. */
const HALF_DIGIT = 3.5

/** A function, drawn from its left top corner: name, self and total share, and both as a bar. */
export function nodeShapes(node: DrawnNode, chosen: boolean): Shape<NodePart>[] {
  const { width, height, compact, totalShare, selfShare, change } = node
  const shapes: Shape<NodePart>[] = []
  const rect = (part: NodePart, inset: number, radius: number, dashes?: string) =>
    shapes.push({
      kind: 'rect',
      part,
      x: inset,
      y: inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      radius,
      ...(dashes === undefined ? {} : { dashes }),
    })
  const figure = (part: NodePart, text: string, anchor: 'start' | 'end', y: number) =>
    shapes.push({
      kind: 'text',
      part,
      x: anchor === 'end' ? width - PADDING : PADDING,
      y,
      anchor,
      text,
      size: FIGURE_SIZE,
      width: sansWidth(text, FIGURE_SIZE),
    })
  const bar = (part: NodePart, share: number) => {
    const room = width - 2 * PADDING
    shapes.push({
      kind: 'rect',
      part,
      x: PADDING,
      y: BAR_TOP,
      width: Math.max(4, room * Math.min(1, share)),
      height: BAR_HEIGHT,
      radius: BAR_HEIGHT / 2,
    })
  }

  if (chosen) rect('ring', -3.5, 9)
  rect('body', 0.5, 5.5, OUTLINE[change?.presence ?? 'both'])
  shapes.push({
    kind: 'text',
    part: 'name',
    x: PADDING,
    y: NAME_LINE,
    anchor: 'start',
    text: node.name,
    size: NAME_SIZE,
    width: monoWidth(node.name, NAME_SIZE),
  })
  if (change) {
    if (compact) figure('total', change.total, 'end', NAME_LINE)
    else {
      if (change.word !== '') figure('word', change.word, 'end', NAME_LINE)
      if (change.self !== '') figure('self', change.self, 'start', FIGURES_LINE)
      figure('total', change.total, 'start', FIGURES_LINE + (change.self === '' ? 0 : LINE))
    }
  } else if (compact) figure('total', node.right, 'end', NAME_LINE)
  else {
    figure('self', node.left, 'start', FIGURES_LINE)
    figure('total', node.right, 'end', FIGURES_LINE)
    if (totalShare >= 0) bar('bar', 1)
    if (totalShare > 0) bar('bar-total', totalShare)
    if (selfShare > 0) bar('bar-self', selfShare)
  }
  if (node.recursion !== '')
    shapes.push({
      kind: 'text',
      part: 'recursion',
      x: width - 4,
      y: -3,
      anchor: 'end',
      text: node.recursion,
      size: COUNT_SIZE,
      width: sansWidth(node.recursion, COUNT_SIZE),
    })
  return shapes
}

/** An arc: as wide as its time, solid where that is exact, dotted where it is split by call counts. */
export function edgeShapes(
  edge: DrawnEdge,
  { points, tip }: EdgePlacement,
  label: LabelPlacement | undefined,
): Shape<EdgePart>[] {
  const shapes: Shape<EdgePart>[] = [
    { kind: 'path', part: 'line', d: curve(points), ...strokeOf(edge) },
    { kind: 'path', part: 'head', d: arrowHead(points[points.length - 1], tip, edge.width) },
  ]
  if (label)
    shapes.push({
      kind: 'text',
      part: 'count',
      x: label.x,
      y: label.y + HALF_DIGIT,
      anchor: 'middle',
      text: edge.count,
      size: COUNT_SIZE,
      width: sansWidth(edge.count, COUNT_SIZE),
    })
  return shapes
}

/** Dots as wide as the line, and no thinner than can be seen; dashes for what is summed. */
function strokeOf({ kind, width, change }: DrawnEdge): Pick<PathShape<EdgePart>, 'strokeWidth' | 'dashes'> {
  if (change && change.presence !== 'both')
    return { strokeWidth: Math.max(1.6, width), dashes: EDGE_DASHES[change.presence] }
  if (kind === 'assumed') return { strokeWidth: Math.max(1.6, width), dashes: `0 ${Math.max(3.6, 2 * width)}` }
  if (kind === 'elided' || kind === 'summed') return { strokeWidth: width, dashes: '4 3' }
  return { strokeWidth: width }
}

/** A start, then three points for each cubic piece. */
export function curve(points: readonly Point[]): string {
  let path = `M${points[0].x} ${points[0].y}`
  for (let i = 1; i + 2 < points.length; i += 3)
    path += `C${points[i].x} ${points[i].y} ${points[i + 1].x} ${points[i + 1].y} ${points[i + 2].x} ${points[i + 2].y}`
  return path
}

/** A triangle from where the line ends to its tip, 7 to 9 px long. */
function arrowHead(from: Point, tip: Point, lineWidth: number): string {
  const distance = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  const along = { x: (tip.x - from.x) / distance, y: (tip.y - from.y) / distance }
  const length = Math.min(9, 6 + lineWidth)
  const half = 2 + lineWidth * 0.7
  const base = { x: tip.x - along.x * length, y: tip.y - along.y * length }
  return `M${tip.x} ${tip.y}L${base.x - along.y * half} ${base.y + along.x * half}L${base.x + along.y * half} ${base.y - along.x * half}Z`
}

/** Hidden callers or callees of a function, summed. */
export const sumShapes = (sum: DrawnSum, { x, y, width, height }: SumPlacement): Shape<SumPart>[] => [
  { kind: 'rect', part: 'pill', x: x - width / 2, y: y - height / 2, width, height, radius: height / 2 },
  {
    kind: 'text',
    part: 'sum',
    x,
    y: y + HALF_DIGIT,
    anchor: 'middle',
    lead: sum.functions,
    text: sum.rest,
    size: COUNT_SIZE,
    width: sansWidth(`${sum.functions} ${sum.rest}`, COUNT_SIZE),
  },
]

/** A cycle as a whole: a double outline round its members. */
export function cycleShapes(cycle: DrawnCycle, { x, y, width, height }: CyclePlacement): Shape<CyclePart>[] {
  const text = (part: CyclePart, words: string, anchor: 'start' | 'end', baseline: number): Shape<CyclePart> => ({
    kind: 'text',
    part,
    x: anchor === 'end' ? x + width - 10 : x + 10,
    y: y + baseline,
    anchor,
    text: words,
    size: FIGURE_SIZE,
    width: sansWidth(words, FIGURE_SIZE),
  })
  return [
    { kind: 'rect', part: 'outer', x: x - 3, y: y - 3, width: width + 6, height: height + 6, radius: 9 },
    { kind: 'rect', part: 'inner', x, y, width, height, radius: 6 },
    text('title', cycle.title, 'start', 16),
    text('share', cycle.share, 'end', 16),
    text('calls', fitSans(cycle.calls, FIGURE_SIZE, width - 20), 'start', 31),
  ]
}
