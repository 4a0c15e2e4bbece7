// A flame chart as a document of its own: all of it, in the colours of the page, open where the page is. As it stands it
// is a picture like any other; where a browser runs the script in it, it zooms and searches without Arcflame.

import {
  BoxKind,
  type BoxRow,
  colourSteps,
  cycleOf,
  displayLabel,
  kindOf,
  labelsOf,
  levelEnd,
  levelsOf,
} from '../../../../src/index.ts'
import { element, escaped } from '../svgElement.ts'
import { MONO } from '../svgPage.ts'
import { boxWords } from './boxWords.ts'
import { type FlamePicture, paletteOf, zoomedSpan } from './flamePicture.ts'
import { frameOf, heightOf, ROOM } from './frame.ts'
import { boxParts, DIMMED, type LiveBox, type LiveView } from './live.js'
import live from './live.js?raw'

const NAME_SIZE = 12
/** Digits behind the point of a share of the whole, where that fills the picture: 1/1000 of the narrowest box. */
const DIGITS = 8

/** The chart as SVG. The same picture gives the same text. */
export function exportFlameSvg(picture: FlamePicture): string {
  return frameOf(picture).svg(drawChart(picture), styleOf(picture), script())
}

function drawChart(picture: FlamePicture): string {
  const { profile, table, nameOf, hits, query, colours: c } = picture
  const span = zoomedSpan(table)
  const digits = DIGITS + Math.max(0, Math.ceil(-Math.log10(span.to - span.from)))
  const share = (value: number) => String(Number(value.toFixed(digits)))
  const view = {
    ...span,
    ...{ room: ROOM, ink: c['--box-ink'], sumInk: c['--ink2'], panel: c['--panel'], accent: c['--accent'] },
  } satisfies LiveView
  const labels = labelsOf(profile)
  const fillOf = filler(picture)

  const drawBox = (box: BoxRow): string => {
    const words = boxWords(profile, table, nameOf, box)
    const live = liveBox(picture, words[0], box)
    const parts = boxParts(live, view)
    const { start, width, certain, name, short, isSum, isChosen, isHit } = live
    const fn = table.fn[box]
    return element(
      'g',
      {
        class: `box${isSum ? ' sum' : ''}${isChosen ? ' chosen' : ''}`,
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
  const levels = Array.from({ length: levelsOf(table) }, (_, depth) => {
    const boxes: string[] = []
    for (let box = table.levelStart[depth]; box < levelEnd(table, depth); box++) boxes.push(drawBox(box))
    return `\n${element('g', { transform: `translate(0 ${heightOf(depth)})` }, boxes.join('\n'))}`
  })
  return element(
    'g',
    {
      id: 'boxes',
      'font-family': MONO,
      'font-size': NAME_SIZE,
      'data-room': view.room,
      'data-ink': view.ink,
      'data-sum-ink': view.sumInk,
      'data-panel': view.panel,
      'data-accent': view.accent,
      'data-zoom': table.zoomed < 0 ? undefined : table.zoomed,
      'data-search': hits === null ? undefined : query.trim(),
    },
    ...levels,
    '\n',
  )
}

/** A box as the script will find it in the file. */
function liveBox({ profile, table, chosen, hits }: FlamePicture, name: string, box: BoxRow): LiveBox {
  const fn = table.fn[box]
  const kind = kindOf(table, box)
  const shorts = {
    [BoxKind.function]: () => (labelsOf(profile)[fn] === name ? displayLabel(profile, fn, 'short') : name),
    [BoxKind.cycle]: () => name.split(' ').slice(0, 2).join(' '),
    [BoxKind.more]: () => `+${table.count[box]}`,
    [BoxKind.notListed]: () => 'not listed',
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
  }
}

function filler(picture: FlamePicture): (box: BoxRow) => string {
  const { profile, table, colouring } = picture
  const palette = paletteOf(picture)
  const steps = colourSteps(profile, colouring)
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

/** In a module of the page these functions are exported; in the file they stand alone. */
const script = () =>
  element(
    'script',
    {},
    `<![CDATA[\n(() => {\n${live.replace(/^export /gm, '')}\ngoLive(document.currentScript.closest('svg'))\n})()\n]]>`,
  )
