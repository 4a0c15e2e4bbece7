// Finding boxes of a saved flame chart, by name and by place. It goes into the file as it stands (see live.js).

/**
 * What a text finds: names that contain it in whatever case, or match it where it is written `/like this/i`. Null for
 * an empty text, false for an expression that is none.
 *
 * @param {string} text
 * @returns {((name: string) => boolean) | false | null}
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
    return false
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
