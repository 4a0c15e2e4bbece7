// A flame chart as a document of its own: all of it, in the colours of the page, open where the page is. As it stands it
// is a picture like any other; where a browser runs the script in it, it zooms and searches without Arcflame.

import {
  BoxKind,
  type BoxRow,
  cycleOf,
  displayLabel,
  type FlameTable,
  kindOf,
  labelsOf,
  levelEnd,
  levelsOf,
} from '../../../../src/index.ts'
import { messages } from '../../../messages/messages.ts'
import { formatCount } from '../../../ui/format.ts'
import type { Work } from '../../../ui/inSlices.ts'
import { stepsBy } from '../../flame/flameColouring.ts'
import { element, escaped } from '../svgElement.ts'
import { MONO } from '../svgPage.ts'
import { boxWords } from './boxWords.ts'
import { type FlamePicture, isUpward, paletteOf, type ShownChart, viewOf, wholeOf, zoomedBox } from './flamePicture.ts'
import { frameOf, heightOf, ROOM } from './frame.ts'
import { boxParts, DIMMED, type LiveBox, type LiveView } from './live/boxParts.js'
import { script } from './live/script.ts'

const NAME_SIZE = 12
/** Digits behind the point of a share of the whole, where that fills the picture: 1/10,000 of the narrowest box. */
const DIGITS = 8

/** The chart as SVG, box by box. The same picture gives the same text. */
export function* exportFlameSvg(picture: FlamePicture): Work<string> {
  const { svg } = frameOf(
    picture,
    picture.charts.map(({ table }) => levelsOf(table)),
  )
  const charts: string[] = []
  for (const chart of picture.charts) charts.push(yield* drawChart(picture, chart))
  return svg(charts, styleOf(picture), element('script', {}, `<![CDATA[\n${script()}\n]]>`))
}

function* drawChart(picture: FlamePicture, chart: ShownChart): Work<string> {
  const { profile, nameOf, hits, colours: c } = picture
  const { table, shown } = chart
  const whole = wholeOf(chart)
  const [from, to] = viewOf(chart)
  const digits = DIGITS + Math.max(0, Math.ceil(-Math.log10(to - from)))
  const share = (value: number) => String(Number(value.toFixed(digits)))
  const view: LiveView = {
    ...{ from, to, room: ROOM },
    ...{ ink: c['--box-ink'], sumInk: c['--ink2'], panel: c['--panel'], accent: c['--accent'] },
  }
  const labels = labelsOf(profile)
  const fillOf = filler(picture, table)

  const drawBox = (box: BoxRow): string => {
    const words = boxWords(profile, table, nameOf, box, shown)
    const live = liveBox(picture, chart, words[0], box)
    const parts = boxParts(live, view)
    const { start, width, certain, name, short, isSum, isChosen, isHit, isOwn } = live
    const fn = table.fn[box]
    return element(
      'g',
      {
        class: `box${isSum ? ' sum' : ''}${isChosen ? ' chosen' : ''}${isOwn ? ' own' : ''}`,
        fill: fillOf(box),
        'data-place': `${share(start)} ${share(width)} ${Number(certain.toFixed(4))}`,
        'data-short': short === name ? undefined : short,
        'data-label': fn < 0 ? '' : labels[fn] === name ? undefined : labels[fn],
        display: parts.length === 0 ? 'none' : undefined,
        opacity: hits === null || isHit ? undefined : DIMMED,
      },
      element('title', {}, words.map(escaped).join('\n')),
      ...parts.map(({ tag, attributes, text }) =>
        text === undefined ? element(tag, attributes) : element(tag, attributes, escaped(text)),
      ),
    )
  }
  const count = levelsOf(table)
  const levels: string[] = []
  for (let depth = 0; depth < count; depth++) {
    const boxes: string[] = []
    for (let box = table.levelStart[depth]; box < levelEnd(table, depth); box++) {
      boxes.push(drawBox(box))
      yield
    }
    const y = heightOf(isUpward(chart) ? count - 1 - depth : depth)
    levels.push(`\n${element('g', { transform: `translate(0 ${y})` }, boxes.join('\n'))}`)
  }
  const zoomed = zoomedBox(chart)
  return element(
    'g',
    {
      class: isUpward(chart) ? 'chart upward' : 'chart',
      'font-family': MONO,
      'font-size': NAME_SIZE,
      'data-room': view.room,
      'data-whole': whole.map(share).join(' '),
      'data-view': `${share(from)} ${share(to)}`,
      'data-ink': view.ink,
      'data-sum-ink': view.sumInk,
      'data-panel': view.panel,
      'data-accent': view.accent,
      'data-zoom': zoomed < 0 ? undefined : zoomed,
    },
    ...levels,
    '\n',
  )
}

/** A box as the script will find it in the file. */
function liveBox(
  { profile, chosen, hits }: FlamePicture,
  { table, shown }: ShownChart,
  name: string,
  box: BoxRow,
): LiveBox {
  const fn = table.fn[box]
  const kind = kindOf(table, box)
  const shorts = {
    [BoxKind.function]: () => (labelsOf(profile)[fn] === name ? displayLabel(profile, fn, 'short') : name),
    [BoxKind.cycle]: () => name.split(' ').slice(0, 2).join(' '),
    [BoxKind.more]: () => `+${formatCount(table.count[box])}`,
    [BoxKind.notListed]: () => messages().flame.notListedShort,
  }
  return {
    start: table.start[box],
    width: table.width[box],
    certain: table.certain[box],
    isSum: kind === BoxKind.more || kind === BoxKind.notListed,
    name,
    short: shorts[kind](),
    isChosen: fn >= 0 && fn === chosen,
    isHit: fn >= 0 && hits?.[fn] === 1,
    isOwn: shown?.own[box] === 1,
  }
}

function filler(picture: FlamePicture, table: FlameTable): (box: BoxRow) => string {
  const { profile, colouring, compared } = picture
  const palette = paletteOf(picture)
  const steps = stepsBy(profile, colouring, compared)
  return box => {
    if (table.fn[box] >= 0) return palette[steps.functions[table.fn[box]]]
    return kindOf(table, box) === BoxKind.cycle ? palette[steps.cycles[cycleOf(table, box)]] : 'url(#hatch)'
  }
}

/** What only a live chart needs: signs that something can be clicked, and the looks of a field and a button. */
const styleOf = ({ colours: c }: FlamePicture) =>
  [
    '.live .box{cursor:pointer}',
    `.live .box:hover>:nth-child(2){stroke:${c['--ink']};stroke-width:1.5}`,
    '.box:focus{outline:none}',
    `.box:focus-visible>:nth-child(2){stroke:${c['--accent']};stroke-width:2.5}`,
    `.controls{display:flex;gap:8px;align-items:center;justify-content:flex-end;font-size:11.5px;color:${c['--ink2']}}`,
    `.controls input,.controls button{font:inherit;box-sizing:border-box;height:24px;margin:2px 0;padding:0 8px;color:${c['--ink']};background:${c['--panel']};border:1px solid ${c['--line2']};border-radius:6px}`,
    '.controls input{width:200px}',
    `.controls :focus-visible{outline:2px solid ${c['--accent']};outline-offset:0}`,
    `.controls button:disabled{color:${c['--ink3']}}`,
  ].join('')
