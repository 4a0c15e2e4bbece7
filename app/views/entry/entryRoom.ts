/**
 * How many characters of a name fit into a row of the entry. Names are set in a face whose letters are half as wide as
 * high; what stands beside them has a known width, but for the calls, whose figures are about 6.4 px each.
 */
export function entryRoom(width: number, narrow: boolean, calls: string, suffix = ''): number {
  const others = narrow ? 126 : 110 // columns before the name, gaps and padding
  const letter = narrow ? 7 : 6.25
  const letters = Math.floor((width - others - 6.4 * calls.length) / letter)
  return Math.max(6, letters - (suffix === '' ? 0 : suffix.length + 1))
}
