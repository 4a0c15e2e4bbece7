// "Index by function name" as GNU gprof prints it: three columns, read downwards.

import { LineKind, type WriteLine } from './reportLines.ts'
import type { IndexCell } from './reportRows.ts'

/** Columns of a page, and so the width of a cell, as gprof has them without -w. */
const columns = 3
const cellWidth = 26

/** Lays cells out in columns, in the order given. */
export function printIndex(cells: IndexCell[], write: WriteLine): void {
  const height = Math.ceil(cells.length / columns)
  write('Index by function name\n\n')
  for (let line = 0; line < height; line++) {
    // gprof counts what it has printed but for the spaces around the number, so long names push later cells right.
    let printed = 0
    let text = ''
    for (let column = 0; column < columns; column++) {
      const cell = cells[line + column * height]
      if (!cell) continue
      const start = column * cellWidth + 5
      printed += cell.number.length
      const spaces = Math.max(0, start - printed)
      printed += spaces + cell.name.length
      text += `${' '.repeat(spaces)} ${cell.number} ${cell.name}`
    }
    write(`${text}\n`, LineKind.index)
  }
}
