// What makes a saved flame chart live: it zooms to a box, tells of the one that is pointed at, and searches. It goes into
// the file as it stands here, without "export", and there it has nothing of Arcflame around it: so it is plain
// JavaScript, imports nothing and fetches nothing. What a box looks like is said once, in `boxParts`, for the chart as it
// is saved and for what zooming makes of it. Names come from the file as text and stay text.

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
/** Room for the date, which stands to the right of the controls. */
const DATE = 96
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
const percentOf = share =>
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

/**
 * What a text finds: names that contain it in whatever case, or match it where it is written `/like this/i`. Null for
 * an empty text, a sentence for an expression that is none.
 *
 * @param {string} text
 * @returns {((name: string) => boolean) | string | null}
 */
export function finderOf(text) {
  const wanted = text.trim()
  if (wanted === '') return null
  const [, source, flags] = /^\/(.+)\/([ims]*)$/.exec(wanted) ?? []
  if (source === undefined) return name => name.toLowerCase().includes(wanted.toLowerCase())
  try {
    const pattern = new RegExp(source, flags)
    return name => pattern.test(name)
  } catch {
    return 'This is no regular expression.'
  }
}

/**
 * The share of the whole that is in boxes that were found, those within others that were found not counted again.
 *
 * @param {readonly { width: number, isHit: boolean, parent: number }[]} boxes Each behind its parent, which is a row; -1 for none.
 */
export function foundShare(boxes) {
  const isFound = new Uint8Array(boxes.length)
  let share = 0
  for (const [row, { width, isHit, parent }] of boxes.entries()) {
    const isInside = parent >= 0 && isFound[parent] === 1
    if (isHit && !isInside) share += width
    isFound[row] = isHit || isInside ? 1 : 0
  }
  return share
}

/**
 * The box above each box: of the level above, the one that has its middle.
 *
 * @param {readonly (readonly { start: number, width: number }[])[]} levels From left to right.
 * @returns {number[]} Rows, all levels counted through; -1 for none.
 */
export function parentsOf(levels) {
  /** @type {number[]} */
  const parents = []
  let firstAbove = 0
  for (const [depth, level] of levels.entries()) {
    const first = parents.length
    let above = 0
    for (const { start, width } of level) {
      const middle = start + width / 2
      const over = levels[depth - 1] ?? []
      while (above + 1 < over.length && over[above + 1].start <= middle) above++
      parents.push(over.length === 0 ? -1 : firstAbove + above)
    }
    firstAbove = first
  }
  return parents
}

/**
 * A chart of the file: its boxes by level, and what of it is in view.
 *
 * @param {SVGGElement} node
 */
function chartIn(node) {
  const { whole = '', view: shown = '', zoom, room, ink = '', sumInk = '', panel = '', accent = '' } = node.dataset
  const [start, end] = whole.split(' ').map(Number)
  const [from, to] = shown.split(' ').map(Number)
  const levels = [...node.children].map(level => [...level.children].map(boxOf))
  const parents = parentsOf(levels)
  const boxes = levels.flat().map((box, row) => ({ ...box, row, parent: parents[row] }))
  return {
    ...{ node, boxes, start, end },
    view: { from, to, room: Number(room), ink, sumInk, panel, accent },
    /** Null for none. */
    zoomed: zoom === undefined ? null : boxes[Number(zoom)],
    isUpward: node.classList.contains('upward'),
  }
}
/** @typedef {ReturnType<typeof chartIn>} Chart */
/** @typedef {Chart['boxes'][number]} Box */

/** @param {Element} element */
function boxOf(element) {
  const node = /** @type {SVGGElement} */ (element)
  const [start, width, certain] = (node.dataset.place ?? '').split(' ').map(Number)
  const [name] = wordsOf({ node })
  // Searches go by the label: the whole name where another one is on screen, nothing where it is no function.
  const { short = name, label = name } = node.dataset
  const is = (/** @type {string} */ kind) => node.classList.contains(kind)
  return { node, label, start, width, certain, name, short, isSum: is('sum'), isChosen: is('chosen'), isHit: false }
}

/** @param {{ node: SVGGElement }} box */
const wordsOf = ({ node }) => (node.querySelector('title')?.textContent ?? '').split('\n')

/** @param {Box} box */
const isShown = box => box.node.getAttribute('display') !== 'none'

/**
 * Where an arrow leads from a box; undefined where nowhere.
 *
 * @param {Chart} chart
 * @param {Box} box
 * @param {string} key
 */
function boxBeside({ boxes, isUpward }, { row, parent, node }, key) {
  const [toParent, toChild] = isUpward ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown']
  if (key === toParent) return boxes[parent]
  if (key === toChild) return boxes.find(other => other.parent === row && isShown(other))
  const beside = boxes[row + (key === 'ArrowLeft' ? -1 : 1)]
  return beside?.node.parentNode === node.parentNode && isShown(beside) ? beside : undefined
}

/**
 * Makes the charts of a picture answer to pointer and keyboard.
 *
 * @param {SVGSVGElement} svg
 */
export function goLive(svg) {
  /** @param {string} selector */
  const part = selector => /** @type {SVGGraphicsElement} */ (svg.querySelector(selector))
  const [head, told] = [part('#head'), part('#told')]
  const charts = [.../** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.chart'))].map(chartIn)
  let isSearching = false

  /** @param {Chart} chart */
  const draw = ({ boxes, view }) => {
    for (const box of boxes) {
      const { node } = box
      const parts = boxParts(box, view)
      while (node.lastElementChild && node.lastElementChild.tagName !== 'title') node.lastElementChild.remove()
      node.append(...parts.map(svgElement))
      node.setAttribute('display', parts.length === 0 ? 'none' : 'inline')
      node.setAttribute('opacity', String(isSearching && !box.isHit ? DIMMED : 1))
    }
  }

  /** @param {Box} box */
  const about = box => [fold(box, 100), ...wordsOf(box).slice(1)].join(' · ')
  /** @param {Box | null | undefined} box */
  const tell = box => {
    const zoomed = charts.flatMap(chart => chart.zoomed ?? []).map(about)
    told.textContent = box
      ? about(box)
      : zoomed.length > 0
        ? `Zoomed to ${zoomed.join(', and to ')}`
        : 'Click a box to zoom to it.'
  }

  /**
   * @param {Chart} chart
   * @param {Box | null} box Null for the whole chart.
   */
  const zoomTo = (chart, box) => {
    chart.zoomed = box
    chart.view.from = box ? box.start : chart.start
    chart.view.to = box ? box.start + box.width : chart.end
    draw(chart)
  }
  const showAll = () => {
    for (const chart of charts) zoomTo(chart, null)
    settle()
  }
  const isWhole = () => charts.every(({ view, start, end }) => view.from === start && view.to === end)
  const settle = () => {
    all.disabled = isWhole()
    tell(null)
  }
  /**
   * Once more on the same zooms out again.
   *
   * @param {[Chart, Box]} at
   */
  const enter = ([chart, box]) => {
    zoomTo(chart, box === chart.zoomed ? null : box)
    settle()
  }

  const find = () => {
    const finder = finderOf(field.value)
    const test = typeof finder === 'function' ? finder : null
    isSearching = test !== null
    let hits = 0
    for (const chart of charts) {
      for (const box of chart.boxes) {
        box.isHit = test !== null && box.label !== '' && test(box.label)
        if (box.isHit) hits++
      }
      draw(chart)
    }
    const shares = charts.map(({ boxes, isUpward }) => {
      const where = charts.length === 1 ? '' : isUpward ? ' above' : ' below'
      return `, ${percentOf(foundShare(boxes))}${where}`
    })
    found.textContent =
      typeof finder === 'string' ? finder : test ? `in ${hits} ${hits === 1 ? 'box' : 'boxes'}${shares.join('')}` : ''
  }

  const { controls, found, field, all } = makeControls(charts[0]?.view.room ?? 0)
  head.append(controls)
  field.addEventListener('input', find)
  all.addEventListener('click', showAll)

  /** @type {Map<Element, [Chart, Box]>} */
  const places = new Map(charts.flatMap(chart => chart.boxes.map(box => [box.node, [chart, box]])))
  /** @param {EventTarget | null} target */
  const placeAt = target => (target instanceof Element ? places.get(target.closest('.box') ?? target) : undefined)
  for (const { node } of charts) {
    node.addEventListener('click', ({ target }) => {
      const at = placeAt(target)
      if (at) enter(at)
    })
    node.addEventListener('pointerover', ({ target }) => tell(placeAt(target)?.[1]))
    node.addEventListener('pointerleave', () => tell(null))
  }
  // Listened for at the document: Chrome stops with Tab at whatever in SVG listens for it.
  svg.ownerDocument.addEventListener('focusin', ({ target }) => tell(placeAt(target)?.[1]))

  /**
   * Lets Tab reach this box and no other of its chart; arrows lead from it to those.
   *
   * @param {Chart} chart
   * @param {Box} box
   */
  const reach = (chart, { node }) => {
    chart.node.querySelector('[tabindex]')?.removeAttribute('tabindex')
    node.setAttribute('tabindex', '0')
    node.setAttribute('role', 'button')
  }
  for (const chart of charts) if (chart.boxes.length > 0) reach(chart, chart.boxes[0])

  svg.ownerDocument.addEventListener('keydown', event => {
    const { key, target } = event
    const at = placeAt(target)
    if ((event.ctrlKey || event.metaKey) && key === 'f' && target !== field) {
      field.focus()
      field.select()
    } else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'Escape' && field.value !== '') {
      field.value = ''
      find()
    } else if (key === 'Escape' && !isWhole()) showAll()
    else if (at && (key === 'Enter' || key === ' ')) enter(at)
    else if (at && key.startsWith('Arrow')) {
      const next = boxBeside(...at, key)
      if (next) {
        reach(at[0], next)
        next.node.focus()
      }
    } else return
    event.preventDefault()
  })

  // The head stays in view however deep the charts are.
  addEventListener('scroll', () => {
    const { top, height } = svg.getBoundingClientRect()
    const down = Math.max(0, Math.min(-top, height - head.getBBox().height))
    head.setAttribute('transform', `translate(0 ${down})`)
  })

  svg.setAttribute('role', 'group') // as an image, nothing in it could be reached
  svg.classList.add('live')
  field.value = svg.dataset.search ?? ''
  find()
  settle()
  // A chart that grows upward begins at its lower end.
  charts.find(({ isUpward }) => isUpward)?.node.firstElementChild?.scrollIntoView({ block: 'center' })
}

/** @param {Part} part */
function svgElement({ tag, attributes, text }) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, typeof value === 'number' ? value.toFixed(2) : value)
  if (text !== undefined) element.textContent = text
  return element
}

/**
 * The search field, what it found, and the way back to the whole chart. They are made here because without this script
 * they would do nothing.
 *
 * @param {number} room
 */
function makeControls(room) {
  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string>} attributes
   */
  const html = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/1999/xhtml', tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return /** @type {HTMLElementTagNameMap[Tag]} */ (element)
  }
  const width = room / 2
  const controls = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject')
  const place = { x: room - width - DATE, y: -4, width, height: 28 }
  for (const [name, value] of Object.entries(place)) controls.setAttribute(name, String(value))
  const row = html('div', { class: 'controls' })
  const found = html('span', { role: 'status' })
  const field = html('input', {
    type: 'search',
    'aria-label': 'Search functions',
    placeholder: 'Search: text or /regex/',
    title: 'Ctrl F',
  })
  const all = html('button', { type: 'button', title: 'Zoom out (Esc)' })
  all.textContent = 'Show all'
  row.append(found, field, all)
  controls.append(row)
  return { controls, found, field, all }
}
