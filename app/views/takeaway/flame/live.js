// What makes a saved flame chart live: it zooms to a box, tells of the one that is pointed at, and searches. It goes into
// the file as it stands here, without "export", and there it has nothing of Arcflame around it: so it is plain
// JavaScript, imports nothing and fetches nothing. What a box looks like is said once, in `boxParts`, for the chart as it
// is saved and for what zooming makes of it. Names come from the file as text and stay text.

/**
 * A box. Places are shares of the whole chart, 0..1.
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
 * The part of the chart that is shown, the pixels there are for it, and colours.
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
const percentOf = share => (share < 0.0005 ? '<0.1\u202f%' : `${(100 * share).toFixed(1)}\u202f%`)

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
 * Makes the chart in a picture answer to pointer and keyboard.
 *
 * @param {SVGSVGElement} svg
 */
export function goLive(svg) {
  /** @param {string} id */
  const part = id => /** @type {SVGGraphicsElement} */ (svg.querySelector(`#${id}`))
  const [chart, head, told] = [part('boxes'), part('head'), part('told')]
  const { room, ink = '', sumInk = '', panel = '', accent = '', zoom = '', search = '' } = chart.dataset
  /** @type {LiveView} */
  const view = { from: 0, to: 1, room: Number(room), ink, sumInk, panel, accent }

  const levels = [...chart.children].map(level => [...level.children].map(boxOf))
  const parents = parentsOf(levels)
  const boxes = levels.flat().map((box, row) => ({ ...box, parent: parents[row] }))
  /** @typedef {typeof boxes[number]} Box */
  const rowOf = new Map(boxes.map(({ node }, row) => [node, row]))
  /** @type {Box | null} */
  let zoomed = null
  let isSearching = false

  /** @param {Box} box */
  const draw = box => {
    const parts = boxParts(box, view)
    while (box.node.lastElementChild && box.node.lastElementChild.tagName !== 'title')
      box.node.lastElementChild.remove()
    box.node.append(...parts.map(svgElement))
    box.node.setAttribute('display', parts.length === 0 ? 'none' : 'inline')
    box.node.setAttribute('opacity', String(isSearching && !box.isHit ? DIMMED : 1))
  }

  /** @param {Box | null} box */
  const tell = box => {
    const about = box ?? zoomed
    const words = about ? [fold(about, 100), ...wordsOf(about).slice(1)].join(' · ') : 'Click a box to zoom to it.'
    told.textContent = about && !box ? `Zoomed to ${words}` : words
  }

  /** @param {Box | null} box Null for the whole chart. */
  const zoomTo = box => {
    zoomed = box
    view.from = box ? box.start : 0
    view.to = box ? box.start + box.width : 1
    for (const other of boxes) draw(other)
    all.disabled = box === null
    tell(null)
  }
  /** @param {Box} box Once more on the same zooms out again. */
  const enter = box => zoomTo(box === zoomed ? null : box)

  const find = () => {
    const finder = finderOf(field.value)
    const test = typeof finder === 'function' ? finder : null
    isSearching = test !== null
    for (const box of boxes) {
      box.isHit = test !== null && box.label !== '' && test(box.label)
      draw(box)
    }
    const hits = boxes.filter(({ isHit }) => isHit).length
    found.textContent =
      test === null
        ? (finder ?? '').toString()
        : `in ${hits} ${hits === 1 ? 'box' : 'boxes'}, ${percentOf(foundShare(boxes))}`
  }

  const { controls, found, field, all } = makeControls(view.room)
  head.append(controls)
  field.value = search
  field.addEventListener('input', find)
  all.addEventListener('click', () => zoomTo(null))

  /** @param {EventTarget | null} target */
  const boxAt = target => {
    const row = target instanceof Element ? rowOf.get(/** @type {SVGGElement} */ (target.closest('.box'))) : undefined
    return row === undefined ? null : boxes[row]
  }
  chart.addEventListener('click', ({ target }) => {
    const box = boxAt(target)
    if (box) enter(box)
  })
  chart.addEventListener('pointerover', ({ target }) => tell(boxAt(target)))
  chart.addEventListener('pointerleave', () => tell(null))

  // One box at a time can be reached with Tab; arrows lead from it to others.
  /** @param {Box} box */
  const reach = box => {
    chart.querySelector('[tabindex]')?.removeAttribute('tabindex')
    box.node.setAttribute('tabindex', '0')
    box.node.setAttribute('role', 'button')
  }
  if (boxes.length > 0) reach(boxes[0])
  chart.addEventListener('focusin', ({ target }) => tell(boxAt(target)))
  const isShown = (/** @type {Box | undefined} */ box) => box?.node.getAttribute('display') !== 'none' && box
  /** @type {Record<string, (row: number) => Box | false | undefined>} */
  const arrows = {
    ArrowUp: row => boxes[boxes[row].parent],
    ArrowDown: row => boxes.find(box => box.parent === row && isShown(box)),
    ArrowLeft: row => isBeside(row, row - 1) && isShown(boxes[row - 1]),
    ArrowRight: row => isBeside(row, row + 1) && isShown(boxes[row + 1]),
  }
  /** @param {number} row @param {number} other */
  const isBeside = (row, other) => boxes[other]?.node.parentNode === boxes[row].node.parentNode

  svg.ownerDocument.addEventListener('keydown', event => {
    const { key, target } = event
    const box = boxAt(target)
    if ((event.ctrlKey || event.metaKey) && key === 'f' && target !== field) {
      field.focus()
      field.select()
    } else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'Escape' && field.value !== '') {
      field.value = ''
      find()
    } else if (key === 'Escape' && zoomed) zoomTo(null)
    else if (box && (key === 'Enter' || key === ' ')) enter(box)
    else if (box && arrows[key]) {
      const next = arrows[key](boxes.indexOf(box))
      if (next) {
        reach(next)
        next.node.focus()
      }
    } else return
    event.preventDefault()
  })

  // The head stays in view however deep the chart is.
  const place = head.getAttribute('transform') ?? ''
  addEventListener('scroll', () => {
    const { top, height } = svg.getBoundingClientRect()
    const down = Math.max(0, Math.min(-top, height - head.getBBox().height))
    head.setAttribute('transform', `${place} translate(0 ${down})`)
  })

  svg.setAttribute('role', 'group') // as an image, nothing in it could be reached
  svg.classList.add('live')
  if (search !== '') find()
  zoomTo(zoom === '' ? null : boxes[Number(zoom)])
}

/** @param {{ node: SVGGElement }} box */
const wordsOf = ({ node }) => (node.querySelector('title')?.textContent ?? '').split('\n')

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
  const width = Math.min(560, room / 2)
  const controls = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject')
  const place = { x: room - width, y: 22, width, height: 28 }
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
