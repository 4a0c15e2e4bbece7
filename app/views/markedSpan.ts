/**
 * Which characters of a folded name the mark of a search goes on, as [start, end): the text itself; else the ellipsis
 * that hides it; else, as for a regular expression, the whole name.
 */
export function markedSpan(folded: string, query: string): [number, number] {
  const plain = !/^\/.+\/[a-z]*$/.test(query)
  const found = plain ? folded.toLowerCase().indexOf(query.toLowerCase()) : -1
  if (found >= 0) return [found, found + query.length]
  const fold = plain ? folded.indexOf('…') : -1
  return fold >= 0 ? [fold, fold + 1] : [0, folded.length]
}
