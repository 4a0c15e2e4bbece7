// A flame chart as an image: what the page draws, at full height, in the frame that the SVG has.

import {
  colourSteps,
  type FlameTable,
  firstEndingAfter,
  levelEnd,
  levelsOf,
  widestBoxOf,
} from '../../../../src/index.ts'
import { drawFlame } from '../../flame/drawFlame.ts'
import { readFlameColours } from '../../flame/flameColours.ts'
import { cycleName } from '../../flame/flameFacts.ts'
import { embeddedFaces, type Png, pngBy, withImage } from '../png.ts'
import { type FlamePicture, isRamp, zoomedSpan } from './flamePicture.ts'
import { frameOf, heightOf, ROOM } from './frame.ts'
import { ROW } from './live.js'

/** What the page is zoomed to, with all levels that it has. Rejects with a sentence where the browser cannot draw it. */
export async function flamePng(picture: FlamePicture): Promise<Png> {
  const { profile, table, nameOf, colouring, chosen, hits } = picture
  const { from: x0, to: x1 } = zoomedSpan(table)
  const height = heightOf(levelsBetween(table, x0, x1))
  const { svg, chart, ...size } = frameOf(picture, height)
  // Without the faces of the page it is still a picture.
  const frame = svg('', await embeddedFaces().catch(() => ''))
  return withImage(frame, image =>
    pngBy(size.width, size.height, (context, scale) => {
      const colours = readFlameColours(document.body, scale)
      context.save()
      context.translate(chart.x, chart.y)
      drawFlame(context, {
        table,
        window: { x0, x1, top: 0, width: ROOM, height, row: ROW, upward: 0 },
        colours,
        nameOf,
        steps: colourSteps(profile, colouring),
        palette: isRamp(colouring) ? colours.heat : colours.groups,
        ...{ chosen, hovered: -1, chosenBox: widestBoxOf(table, chosen), focusedBox: -1, pointedBox: -1 },
        hits,
        dim: false,
        cycleName: cycle => cycleName(profile, cycle),
      })
      context.restore()
      // Drawing the chart begins with clearing its place, so the frame goes below it afterwards.
      context.globalCompositeOperation = 'destination-over'
      context.drawImage(image, 0, 0)
    }),
  )
}

/** How many levels have boxes in a part of the chart. */
function levelsBetween(table: FlameTable, from: number, to: number): number {
  let levels = levelsOf(table)
  const isEmpty = (depth: number) => {
    const box = firstEndingAfter(table, depth, from)
    return box === levelEnd(table, depth) || table.start[box] >= to
  }
  while (levels > 1 && isEmpty(levels - 1)) levels--
  return levels
}
