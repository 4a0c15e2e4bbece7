// What each line of a report is about, told by whoever prints it. The text itself is only characters; with these, any
// figure of a view leads to the line it stands in, and any line back to the function it names.

/** What a line of a report is. */
export const LineKind = {
  /** Titles, headings of columns, legends, lines of dashes, and whatever else stands in a file around a listing. */
  text: 0,
  /** A row of the flat profile. */
  flat: 1,
  /** The line an entry is about. */
  primary: 2,
  /** Above the primary line; `<spontaneous>` too, which names no function. */
  caller: 3,
  /** Below the primary line. */
  callee: 4,
  /** Below the primary line of a cycle as a whole. */
  member: 5,
  /** Up to three cells of the index by function name. */
  index: 6,
} as const
export type LineKind = (typeof LineKind)[keyof typeof LineKind]

/**
 * Takes the next line of a report, or several that are text alone; each ends with a line feed. `fn` is the function that
 * the line names, `entry` the one whose entry it belongs to: rows of the tables that the report is made from, -1 for
 * none (a cycle as a whole is no function).
 */
export type WriteLine = (text: string, kind?: LineKind, fn?: number, entry?: number) => void

/** The text alone. */
export function collectText(print: (write: WriteLine) => void): string {
  const lines: string[] = []
  print(text => lines.push(text))
  return lines.join('')
}
