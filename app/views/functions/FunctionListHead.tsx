import { useMessages } from '../../messages/messages.ts'
import { sortShown } from '../../state/derive.ts'
import { sortBy, useApp } from '../../state/store.ts'
import type { SortColumn } from '../../state/view.ts'
import { Term } from '../help/Term.tsx'
import type { ListColumn } from './listColumns.ts'

/** Heads that sort; the sorted one is bold and has an arrow. */
export function FunctionListHead({ columns }: { columns: ListColumn[] }) {
  const words = useMessages().compare
  return (
    <thead>
      <tr className="function-head" aria-rowindex={1}>
        <Head sort="name" title={words.nameTitle}>
          {words.function}
        </Head>
        {columns.map(({ key, sort, head, title, bar, written }) => (
          <Head key={key} sort={sort} title={title} overBar={bar?.head} written={written}>
            {head}
          </Head>
        ))}
      </tr>
    </thead>
  )
}

interface HeadProps {
  sort: SortColumn | null
  title: string
  /** What stands over the bars, where there are any. */
  overBar?: string | undefined
  written?: ListColumn['written'] | undefined
  children: string
}

function Head({ sort, title, overBar = '', written, children }: HeadProps) {
  const shown = useApp(sortShown)
  if (sort === null)
    return (
      <th className="function-head-cell head-number" scope="col" title={title}>
        {children}
      </th>
    )
  const sorted = shown.column !== sort ? 'none' : shown.descending ? 'descending' : 'ascending'
  const arrow = { none: '', ascending: ' ↑', descending: ' ↓' }[sorted]
  return (
    <th className={`function-head-cell${written ? ' with-word' : ''}`} scope="col" aria-sort={sorted} title={title}>
      <button type="button" onClick={() => sortBy(sort, shown)}>
        {overBar !== '' && <span>{overBar}</span>}
        <span className={sort === 'name' ? '' : 'head-number'}>
          {children}
          {arrow}
        </span>
      </button>
      {written && <Term of={[written.word]}>{written.as}</Term>}
    </th>
  )
}
