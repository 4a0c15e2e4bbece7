import { useApp } from '../state/store.ts'
import { markedSpan } from './markedSpan.ts'

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
