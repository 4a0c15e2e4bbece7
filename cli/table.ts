// Columns of text for a terminal, and figures in them.

/** Lines of a table: every column but the last, a name, is as wide as its widest text, and at the right. */
export function printTable(lines: readonly (readonly string[])[]): string {
  const widths = lines[0].map((_, i) => Math.max(...lines.map(line => line[i].length)))
  const print = (line: readonly string[]) =>
    `${line.map((text, i) => (i === line.length - 1 ? text : text.padStart(widths[i]))).join('  ')}\n`
  return lines.map(print).join('')
}

/** Four digits that count, or a dash for what is not known. */
export const printed = (value: number): string =>
  Number.isFinite(value) ? Number(value.toPrecision(4)).toString() : '-'

/** The same with a sign. */
export const signed = (print: (value: number) => string, value: number): string =>
  Number.isFinite(value) ? `${value > 0 ? '+' : ''}${print(value)}` : '-'

/** A probability. */
export const chance = (p: number): string => (p < 1e-4 ? '<0.0001' : p.toFixed(4))
