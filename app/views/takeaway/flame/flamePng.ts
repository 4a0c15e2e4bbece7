// A flame chart as an image: what the page draws, at full height, in the frame that the SVG has.

import { type FlameTable, firstEndingAfter, levelEnd, levelsOf, widestBoxOf } from '../../../../src/index.ts'
import { drawFlame } from '../../flame/drawFlame.ts'
import { scaleOf, stepsBy } from '../../flame/flameColouring.ts'
import { readFlameColours } from '../../flame/flameColours.ts'
import { cycleName } from '../../flame/flameFacts.ts'
import { patternOf } from '../../flame/flameTextures.ts'
import { paintFlame } from '../../flame/paintFlame.ts'
import { embeddedFaces, type Png, pngBy, withImage } from '../png.ts'
import { type FlamePicture, isUpward, viewOf } from './flamePicture.ts'
import { frameOf, heightOf, ROOM } from './frame.ts'
import { ROW } from './live/boxParts.js'

/** What of it the page shows, with all levels that there are. Rejects with a sentence where the browser cannot draw it. */
export async function flamePng(picture: FlamePicture): Promise<Png> {
  const { profile, charts, nameOf, colouring, compared, chosen, hits } = picture
  const shown = charts.map(chart => {
    const [x0, x1] = viewOf(chart)
    const levels = levelsBetween(chart.table, x0, x1)
    return { ...chart, x0, x1, levels, upward: isUpward(chart) ? levels : 0 }
  })
  const { svg, places, width, height } = frameOf(
    picture,
    shown.map(({ levels }) => levels),
  )
  // Without the faces of the page it is still a picture.
  const frame = svg([], await embeddedFaces().catch(() => ''))
  return withImage(frame, image =>
    pngBy(width, height, (context, scale) => {
      const colours = readFlameColours(document.body)
      for (const [i, { table, shown: side, x0, x1, levels, upward }] of shown.entries()) {
        context.save()
        context.translate(places[i].x, places[i].y)
        const drawing = drawFlame({
          table,
          window: { x0, x1, top: 0, width: ROOM, height: heightOf(levels), ratio: scale, row: ROW, upward },
          colours,
          nameOf,
          steps: stepsBy(profile, colouring, compared),
          palette: colours[scaleOf(colouring)],
          own: side?.own ?? null,
          ...{ chosen, hovered: -1, chosenBox: widestBoxOf(table, chosen), focusedBox: -1, pointedBox: -1 },
          hits,
          dim: false,
          cycleName: cycle => cycleName(profile, cycle),
        })
        paintFlame(context, drawing, patternOf)
        context.restore()
      }
      // Drawing a chart begins with clearing its place, so the frame goes below them afterwards.
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
