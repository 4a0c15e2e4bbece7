// The flat profile as GNU gprof prints it.

import { fixed, general, integer, time } from './cFormat.ts'
import { LineKind, type WriteLine } from './reportLines.ts'
import type { FlatReport, FlatReportRow } from './reportRows.ts'

/** "Flat profile:" and its rows. */
export function printFlat({ samplePeriod, dimension, perCallUnit, noTime, rows }: FlatReport, write: WriteLine): void {
  let text = 'Flat profile:\n\n'
  if (!Number.isNaN(samplePeriod)) text += `Each sample counts as ${general(samplePeriod)} ${dimension}.\n`
  if (noTime) text += ' no time accumulated\n\n'
  text += `${header(['%  ', 'cumulative', 'self  ', '', 'self  ', 'total ', ''], ' ')}\n`
  text += `${header(['time', dimension, dimension, 'calls', perCallUnit, perCallUnit, 'name'], '  ')}\n`
  write(text)
  for (const row of rows) write(printRow(row), LineKind.flat, row.fn)
}

function printRow({ percent, cumulative, self, calls, selfPerCall, totalPerCall, name }: FlatReportRow): string {
  const times = `${fixed(percent, 2).padStart(6)} ${time(cumulative, 9)} ${time(self, 8)}`
  const perCall =
    calls > 0 ? ` ${integer(calls, 8)} ${time(selfPerCall, 8)} ${time(totalPerCall, 8)}  ` : ' '.repeat(29)
  return `${times}${perCall}${name}\n`
}

/** The columns of a heading: fields are cut and filled to fixed widths. The second column is one narrower in the second line. */
function header(fields: string[], gap: ' ' | '  '): string {
  const [share, cumulative, self, calls, selfPerCall, totalPerCall, name] = fields
  const right = (field: string, width: number) => field.slice(0, width).padStart(width)
  const left = `${right(share, 5)} ${right(cumulative, gap === ' ' ? 10 : 9)}${gap}${right(self, 8)}`
  return `${left} ${right(calls, 8)} ${right(selfPerCall, 8)} ${right(totalPerCall, 8)}  ${name.slice(0, 8).padEnd(8)}`
}
