// What is drawn of a box: for the chart as it is saved, and for what zooming makes of it in the file, where this goes as
// it stands (see live.js).

/**
 * A box. Places are shares of all that the profile measures, 0..1.
 *
 * @typedef {object} LiveBox
 * @property {number} start
 * @property {number} width
 * @property {number} certain The part of it that is certain, 0..1, from its left edge.
 * @property {boolean} isSum Whether it stands for what is not drawn or not known, and so for no name.
 * @property {string} name On screen.
 * @property {string} short The same where there is little room.
 * @property {boolean} isChosen
 * @property {boolean} isHit Whether it was searched for.
 * @property {boolean} isOwn Whether only the side that is shown has its path, where two profiles are compared.
 */

/**
 * The part of a chart that is shown, the pixels there are for it, and colours.
 *
 * @typedef {object} LiveView
 * @property {number} from
 * @property {number} to
 * @property {number} room
 * @property {string} ink
 * @property {string} sumInk
 * @property {string} panel
 * @property {string} accent
 */

/**
 * An element of SVG within a box. Boxes have their colour as `fill`.
 *
 * @typedef {object} Part
 * @property {'rect' | 'text'} tag
 * @property {Record<string, string | number>} attributes
 * @property {string} [text]
 */

/** Height of a box, and what is between two levels. */
export const ROW = 18
export const ROW_GAP = 1
const CHARACTER = 6
const PADDING = 4
const BASELINE = 12.5
const LABEL_FROM = 28
const COUNT_FROM = 20
const PERCENT_FROM = 150
const PERCENT_ROOM = 52
/** Pixels: what is narrower cannot be seen. */
const NARROWEST = 0.05
/** Opacity of what was not searched for. */
export const DIMMED = 0.4

/**
 * What is drawn of a box, in the pixels of its level; nothing where it is out of view.
 *
 * @param {LiveBox} box
 * @param {LiveView} view
 * @returns {Part[]}
 */
export function boxParts(box, view) {
  const scale = view.room / (view.to - view.from)
  const left = Math.max(0, (box.start - view.from) * scale)
  const right = Math.min(view.room, (box.start + box.width - view.from) * scale)
  if (right - left < NARROWEST) return []
  const width = right - left - (right - left > 3 ? ROW_GAP : 0)
  const base = { x: left, width, height: ROW }
  /** @type {Part[]} */
  const parts = [{ tag: 'rect', attributes: box.isChosen ? { ...base, stroke: view.accent, 'stroke-width': 2 } : base }]
  const assumedFrom = Math.max(left, (box.start + box.certain * box.width - view.from) * scale)
  const assumed = left + width - assumedFrom
  const hasDots = !box.isSum && assumed >= 1
  if (hasDots)
    parts.push({ tag: 'rect', attributes: { x: assumedFrom, width: assumed, height: ROW, fill: 'url(#dots)' } })
  const percent = width >= PERCENT_FROM && !box.isSum ? percentOf(box.width) : ''
  const room = width - 2 * PADDING - (percent === '' ? 0 : PERCENT_ROOM)
  const label = width < (box.isSum ? COUNT_FROM : LABEL_FROM) ? '' : fold(box, Math.floor(room / CHARACTER))
  if (label !== '') {
    const textLength = Math.min(room, widthOf(label))
    const isOnTexture = box.isSum || (hasDots && assumedFrom < left + PADDING + textLength)
    parts.push(...written(label, left + PADDING, textLength, box, view, isOnTexture))
  }
  if (percent !== '') {
    const textLength = widthOf(percent)
    parts.push(...written(percent, left + width - PADDING - textLength, textLength, box, view, hasDots))
  }
  if (box.isOwn) parts.push({ tag: 'rect', attributes: { x: left, y: 0, width, height: 2, fill: view.ink } })
  if (box.isHit) parts.push({ tag: 'rect', attributes: { x: left, y: ROW - 2, width, height: 2, fill: view.ink } })
  return parts
}

/**
 * Text in a box, on a clear patch where it would be read through dots or hatching.
 *
 * @param {string} text
 * @param {number} x
 * @param {number} textLength
 * @param {LiveBox} box
 * @param {LiveView} view
 * @param {boolean} isOnTexture
 * @returns {Part[]}
 */
function written(text, x, textLength, box, view, isOnTexture) {
  const patch = { x: x - 2, y: 2, width: textLength + 4, height: ROW - 4 }
  /** @type {Part} */
  const letters = {
    tag: 'text',
    attributes: {
      x,
      y: BASELINE,
      textLength,
      lengthAdjust: 'spacingAndGlyphs',
      fill: box.isSum ? view.sumInk : view.ink,
    },
    text,
  }
  if (!isOnTexture) return [letters]
  return [{ tag: 'rect', attributes: box.isSum ? { ...patch, fill: view.panel } : patch }, letters]
}

/** @param {number} share */
export const percentOf = share =>
  share === 0 ? '0\u202f%' : share < 0.0005 ? '<0.1\u202f%' : `${(100 * share).toFixed(1)}\u202f%`

/**
 * Width in a face whose characters are half as wide as high; ideographs are as wide as high.
 *
 * @param {string} text
 */
function widthOf(text) {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x1100 ? CHARACTER : 2 * CHARACTER
  return width
}

/**
 * A name in so many characters: whole, short, without namespaces, without its middle. Nothing where it would tell nothing.
 *
 * @param {Pick<LiveBox, 'name' | 'short' | 'isSum'>} box
 * @param {number} room
 */
export function fold({ name, short, isSum }, room) {
  if (name.length <= room) return name
  if (short.length <= room) return short
  if (room < 3 || isSum) return ''
  let last = short
  for (let cut = last.indexOf('::'); cut >= 0; cut = last.indexOf('::')) {
    last = last.slice(cut + 2)
    if (last.length + 3 <= room) return `…::${last}`
  }
  const symbols = [...last.replace(/[<(]…[>)]/g, '')]
  if (symbols.length <= room) return symbols.join('')
  const head = Math.ceil((room - 1) / 2)
  return `${symbols.slice(0, head).join('')}…${symbols.slice(symbols.length + head + 1 - room).join('')}`
}
