import { expressionOf } from './expression.ts'
import { wantedText } from './searchText.ts'

/** Most places that are marked in one text. */
const MOST_PLACES = 200

/** Where a search text is found in a line of text, as `[start, end)`; none for an expression that is none. */
export function placesOf(line: string, text: string): [start: number, end: number][] {
  const wanted = wantedText(text)
  if (wanted === '') return []
  const expression = expressionOf(wanted)
  const matches = expression
    ? (expression.pattern?.matchAll(line) ?? [])
    : line.matchAll(new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'))
  const places: [number, number][] = []
  for (const { 0: found, index = 0 } of matches) {
    if (found !== '') places.push([index, index + found.length])
    if (places.length === MOST_PLACES) break
  }
  return places
}
