// "Index by function name" as GNU gprof prints it: three columns, read downwards.

import type { Profile } from '../profile.ts'
import { compareBytes } from './cFormat.ts'
import type { Numbers } from './gprofNumbers.ts'

/** Columns of a page, and so the width of a cell, as gprof has them without -w. */
const columns = 3
const cellWidth = 26

/** Functions with time or calls of their own by name, then cycles by number. */
export function printIndex({ functions, cycles }: Profile, numbers: Numbers): string {
  const rows: number[] = []
  for (let fn = 0; fn < functions.length; fn++) if (functions.self[fn] > 0 || functions.calls[fn] > 0) rows.push(fn)
  rows.sort((a, b) => compareBytes(functions.name[a], functions.name[b]) || a - b)
  const cells = rows.map(fn => ({ number: `[${numbers.ofFunction[fn]}]`, name: functions.name[fn] }))
  const byNumber = [...cycles.number.keys()].sort((a, b) => cycles.number[a] - cycles.number[b])
  for (const cycle of byNumber)
    if (cycles.index[cycle] >= 0)
      cells.push({ number: `[${cycles.index[cycle]}]`, name: `<cycle ${cycles.number[cycle]}>` })

  const height = Math.ceil(cells.length / columns)
  let text = 'Index by function name\n\n'
  for (let line = 0; line < height; line++) {
    // gprof counts what it has printed but for the spaces around the number, so long names push later cells right.
    let printed = 0
    for (let column = 0; column < columns; column++) {
      const cell = cells[line + column * height]
      if (!cell) continue
      const start = column * cellWidth + 5
      printed += cell.number.length
      const spaces = Math.max(0, start - printed)
      printed += spaces + cell.name.length
      text += `${' '.repeat(spaces)} ${cell.number} ${cell.name}`
    }
    text += '\n'
  }
  return text
}
