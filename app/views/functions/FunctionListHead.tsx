import { useMessages } from '../../messages/messages.ts'
import { sortShown } from '../../state/derive.ts'
import { sortBy, useApp } from '../../state/store.ts'
import type { SortColumn } from '../../state/view.ts'
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
        {columns.map(({ key, sort, head, title, bar }) => (
          <Head key={key} sort={sort} title={title} overBar={bar?.head}>
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
  children: string
}

function Head({ sort, title, overBar = '', children }: HeadProps) {
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
    <th className="function-head-cell" scope="col" aria-sort={sorted} title={title}>
      <button type="button" onClick={() => sortBy(sort, shown)}>
        {overBar !== '' && <span>{overBar}</span>}
        <span className={sort === 'name' ? '' : 'head-number'}>
          {children}
          {arrow}
        </span>
      </button>
    </th>
  )
}
