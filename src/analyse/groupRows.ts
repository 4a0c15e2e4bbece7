/**
 * Rows of a table grouped by a key, as one array: those of key k are `rows[start[k] .. start[k + 1])`.
 * (Known elsewhere as compressed sparse rows.)
 */
export interface Groups {
  start: Uint32Array
  rows: Uint32Array
}

/** Groups row numbers by key; a negative key is in no group. Rows of a group stay in ascending order. O(rows + keys). */
export function groupRows(keyOfRow: Int32Array, keys: number): Groups {
  const start = new Uint32Array(keys + 1)
  for (let row = 0; row < keyOfRow.length; row++) if (keyOfRow[row] >= 0) start[keyOfRow[row] + 1]++
  for (let key = 0; key < keys; key++) start[key + 1] += start[key]
  const next = start.slice(0, keys)
  const rows = new Uint32Array(start[keys])
  for (let row = 0; row < keyOfRow.length; row++) {
    const key = keyOfRow[row]
    if (key >= 0) rows[next[key]++] = row
  }
  return { start, rows }
}

/** The rows of one group, without copying. */
export const rowsOf = (groups: Groups, key: number): Uint32Array =>
  groups.rows.subarray(groups.start[key], groups.start[key + 1])
