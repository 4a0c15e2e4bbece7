// What makes a saved flame chart live: it zooms to a box, tells of the one that is pointed at, and searches. It goes into
// the file with what it imports, as they stand here but for the words "import" and "export" (see script.ts), and there it
// has nothing of Arcflame around it: so these files are plain JavaScript and use nothing else. Names come from the file as
// text and stay text.

import { boxParts, DIMMED, fold, percentOf } from './boxParts.js'
import { finderOf, foundShare, parentsOf } from './findBoxes.js'

/** @typedef {import('./boxParts.js').LiveView} LiveView */
/** @typedef {import('./boxParts.js').Part} Part */

/**
 * What is said, in the language of the page that saved the file; `#` stands for what is told. Of two texts, the first is
 * for one thing, the second for several.
 *
 * @typedef {object} LiveWords
 * @property {string} clickBox
 * @property {[string, string]} zoomedTo
 * @property {[string, string]} inBoxes
 * @property {string} share
 * @property {string} shareAbove
 * @property {string} shareBelow
 * @property {string} notExpression
 * @property {string} search
 * @property {string} example
 * @property {string} zoomOut
 * @property {string} showAll
 */

/**
 * @param {string} text
 * @param {...string} told
 */
const filled = (text, ...told) => text.split('#').reduce((before, part, i) => before + told[i - 1] + part)

/** Room for the date, which stands to the right of the controls. */
const DATE = 96

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
  const looks = { isSum: is('sum'), isChosen: is('chosen'), isOwn: is('own'), isHit: false }
  return { node, label, start, width, certain, name, short, ...looks }
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
 * @param {LiveWords} words
 */
export function goLive(svg, words) {
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
        ? filled(words.zoomedTo[zoomed.length - 1], ...zoomed)
        : words.clickBox
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
      const where = charts.length === 1 ? words.share : isUpward ? words.shareAbove : words.shareBelow
      return filled(where, percentOf(foundShare(boxes)))
    })
    found.textContent =
      finder === false
        ? words.notExpression
        : test
          ? filled(words.inBoxes[hits === 1 ? 0 : 1], String(hits)) + shares.join('')
          : ''
  }

  const { controls, found, field, all } = makeControls(charts[0]?.view.room ?? 0, words)
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
 * @param {LiveWords} words
 */
function makeControls(room, words) {
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
    'aria-label': words.search,
    placeholder: words.example,
    title: 'Ctrl F',
  })
  const all = html('button', { type: 'button', title: words.zoomOut })
  all.textContent = words.showAll
  row.append(found, field, all)
  controls.append(row)
  return { controls, found, field, all }
}
