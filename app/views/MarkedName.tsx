import { useApp } from '../state/store.ts'

/** A name, with the text that was searched for marked in it. What folding took away is marked at the ellipsis. */
export function MarkedName({ folded, hit }: { folded: string; hit: boolean }) {
  const query = useApp(state => (hit ? state.view.query.trim() : ''))
  if (query === '') return folded
  const [start, end] = markedSpan(folded, query)
  return (
    <>
      {folded.slice(0, start)}
      <mark>{folded.slice(start, end)}</mark>
      {folded.slice(end)}
    </>
  )
}

/** Where the mark goes: the text itself, else the ellipsis that hides it, else (a regex, say) the whole name. */
function markedSpan(folded: string, query: string): [number, number] {
  const found = query.startsWith('/') ? -1 : folded.toLowerCase().indexOf(query.toLowerCase())
  if (found >= 0) return [found, found + query.length]
  const fold = query.startsWith('/') ? -1 : folded.indexOf('…')
  return fold >= 0 ? [fold, fold + 1] : [0, folded.length]
}
