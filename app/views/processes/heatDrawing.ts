// Draws the part of a heat map that is in view on a canvas. What costs is the number of cells that are not empty, and of
// these there are as many as processes have functions with samples: rows are walked, not the plane.

import { heatOf, type ProcessTable } from '../../../src/index.ts'

import { type HeatMap, openPart } from './heatMap.ts'

/** Sizes in CSS pixels. */
export const CELL = 18
export const ROW = 24
export const NAMES = 132
/** Opacity of what √n samples leave open of a cell. */
const PALE = 0.55
/** What stays as it is, in CSS pixels, so that the colour of a single sample can be told. */
const FOOT = 4

/** What of the map is in view, in CSS pixels of the whole. */
export interface HeatWindow {
  left: number
  top: number
  width: number
  height: number
}

export interface HeatScene {
  table: ProcessTable
  map: HeatMap
  /** Whether it is known what a sample counts. */
  isSampled: boolean
  /** By function. */
  names: (fn: number) => string
  /** Processes that are chosen; none means all. */
  chosen: ReadonlySet<number>
  /** The chosen function, the one under the pointer, and which ones a search found; -1 and null for none. */
  fn: number
  pointed: number
  hit: Uint8Array | null
  colours: HeatColours
}

export interface HeatColours {
  panel: string
  line: string
  hover: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  accentSoft: string
  mark: string
  /** From none to most. */
  heat: string[]
  mono: string
}

/**
 * Draws names of functions above, cells below. The context is scaled to CSS pixels.
 *
 * @param withNames False where the names are there already: upright text is what takes longest to draw.
 */
export function drawHeat(
  context: CanvasRenderingContext2D,
  scene: HeatScene,
  view: HeatWindow,
  withNames: boolean,
): void {
  context.save()
  context.beginPath()
  context.rect(0, NAMES, view.width, view.height - NAMES)
  context.clip()
  context.fillStyle = scene.colours.panel
  context.fillRect(0, NAMES, view.width, view.height - NAMES)
  drawCells(context, scene, view)
  context.restore()
  if (withNames) drawNames(context, scene, view)
}

function drawCells(
  context: CanvasRenderingContext2D,
  { table, map, isSampled, chosen, fn, colours }: HeatScene,
  view: HeatWindow,
) {
  const { self, ticks } = table
  const height = ROW - 6
  const first = Math.floor(view.top / ROW)
  const last = Math.min(map.processes.length - 1, Math.floor((view.top + view.height - NAMES) / ROW))
  const left = Math.floor(view.left / CELL)
  const right = Math.min(map.columns.length - 1, Math.floor((view.left + view.width) / CELL))
  // One colour after another: changing it is what a canvas is slow at. Of each cell its left, top, and how much is paler.
  const cells: number[][] = colours.heat.map(() => [])
  for (let place = first; place <= last; place++) {
    const process = map.processes[place]
    const y = NAMES + place * ROW - view.top
    if (chosen.has(process)) {
      context.fillStyle = colours.accentSoft
      context.fillRect(0, y, view.width, ROW)
    }
    for (let i = self.start[process]; i < self.start[process + 1]; i++) {
      const column = map.columnOf[self.fn[i]]
      if (column < left || column > right) continue
      cells[heatOf(self.ticks[i] / ticks[process])].push(
        column * CELL - view.left,
        y,
        isSampled ? Math.round(openPart(self.ticks[i]) * (height - FOOT)) : 0,
      )
    }
  }
  const column = fn < 0 ? -1 : map.columnOf[fn]
  if (column >= 0) {
    context.fillStyle = colours.accentSoft
    context.fillRect(column * CELL - view.left, NAMES, CELL, view.height)
  }
  cells.forEach((places, step) => {
    context.fillStyle = colours.heat[step]
    for (let i = 0; i < places.length; i += 3) {
      const pale = places[i + 2]
      context.fillRect(places[i] + 1, places[i + 1] + 3 + pale, CELL - 2, height - pale)
    }
    context.globalAlpha = PALE
    for (let i = 0; i < places.length; i += 3)
      if (places[i + 2] > 0) context.fillRect(places[i] + 1, places[i + 1] + 3, CELL - 2, places[i + 2])
    context.globalAlpha = 1
  })
}

/** Names stand upright in the direction of reading: from bottom to top, their ends at the cells. */
function drawNames(context: CanvasRenderingContext2D, scene: HeatScene, view: HeatWindow) {
  const { map, names, fn, pointed, hit, colours } = scene
  context.fillStyle = colours.panel
  context.fillRect(0, 0, view.width, NAMES)
  context.fillStyle = colours.line
  context.fillRect(0, NAMES - 1, view.width, 1)
  context.font = `12px ${colours.mono}`
  context.textBaseline = 'middle'
  const left = Math.floor(view.left / CELL)
  const right = Math.min(map.columns.length - 1, Math.floor((view.left + view.width) / CELL))
  for (let column = left; column <= right; column++) {
    const each = map.columns[column]
    const x = column * CELL - view.left
    if (each === pointed || hit?.[each] === 1) {
      context.fillStyle = each === pointed ? colours.hover : colours.mark
      context.fillRect(x, 0, CELL, NAMES - 1)
    }
    context.save()
    context.translate(x + CELL / 2, NAMES - 6)
    context.rotate(-Math.PI / 2)
    context.fillStyle = each === fn ? colours.accent : colours.ink2
    context.fillText(names(each), 0, 0)
    context.restore()
  }
}
