// Names on the map of costs.

import {
  type CostColours,
  type CostLabel,
  type CostScene,
  type CostWindow,
  DIMMED,
  placeLabels,
  type TakenBox,
} from './costScene.ts'

/** Of what a search found, so many are named before others. */
const FOUND_NAMED = 40

/** Names beside points, as far as there is room, and what was found first. Returns which stand where. */
export function drawNames(
  context: CanvasRenderingContext2D,
  { map, radius, nameOf, chosen, hits, dim }: CostScene,
  colours: CostColours,
  window: CostWindow,
  taken: TakenBox[],
): CostLabel[] {
  beginNames(context, colours)
  const first = chosen < 0 ? [] : [chosen]
  for (let point = 0; hits && point < map.fn.length && first.length < FOUND_NAMED; point++)
    if (hits[map.fn[point]] === 1) first.push(point)
  const widthOf = (point: number) => context.measureText(nameOf(point)).width
  const labels = placeLabels(map, window, radius, widthOf, first, taken)
  for (const label of labels) {
    const { point } = label
    const isBack = dim && hits !== null && hits[map.fn[point]] !== 1 && point !== chosen
    context.globalAlpha = isBack ? DIMMED : 1
    drawName(context, label, nameOf(point), point === chosen ? colours.accent : colours.ink2)
  }
  context.globalAlpha = 1
  return labels
}

/** Lines go behind names. */
export function beginNames(context: CanvasRenderingContext2D, colours: CostColours) {
  context.font = `12px ${colours.mono}`
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = colours.panel
}

export function drawName(context: CanvasRenderingContext2D, { left, top }: CostLabel, name: string, colour: string) {
  context.fillStyle = colour
  context.strokeText(name, left, top)
  context.fillText(name, left, top)
}
