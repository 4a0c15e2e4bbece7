import { sortBy, useApp } from '../../state/store.ts'
import type { SortColumn } from '../../state/view.ts'
import type { ListColumn } from './listColumns.ts'

/** Heads that sort; the sorted one is bold and has an arrow. */
export function FunctionListHead({ columns }: { columns: ListColumn[] }) {
  return (
    <thead>
      <tr className="function-head" aria-rowindex={1}>
        <Head sort="name" title="Name, as gprof prints it">
          Function
        </Head>
        {columns.map(({ key, sort, head, title, bar }) => (
          <Head key={key} sort={sort} title={title} bar={bar}>
            {head}
          </Head>
        ))}
      </tr>
    </thead>
  )
}

interface HeadProps {
  sort: SortColumn
  title: string
  bar?: boolean
  children: string
}

function Head({ sort, title, bar = false, children }: HeadProps) {
  const sorted = useApp(({ view }) =>
    view.sort.column !== sort ? 'none' : view.sort.descending ? 'descending' : 'ascending',
  )
  const arrow = { none: '', ascending: ' ↑', descending: ' ↓' }[sorted]
  return (
    <th className="function-head-cell" scope="col" aria-sort={sorted} title={title}>
      <button type="button" onClick={() => sortBy(sort)}>
        {bar && <span>Self, ± √n</span>}
        <span className={sort === 'name' ? '' : 'head-number'}>
          {children}
          {arrow}
        </span>
      </button>
    </th>
  )
}
