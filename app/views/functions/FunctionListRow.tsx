import { memo } from 'react'
import { type FunctionRow, foldName } from '../../../src/index.ts'
import { chosenRow, matches, nameOf } from '../../state/derive.ts'
import { pointAt, useApp } from '../../state/store.ts'
import { MarkedName } from '../MarkedName.tsx'
import type { ComparedList } from './comparedListColumns.ts'
import type { Bar, ListColumn } from './listColumns.ts'

interface Props {
  columns: ListColumn[]
  row: FunctionRow
  /** Place in the list, from 0. */
  place: number
  /** Distance from the top of the list in pixels. */
  top: number
  label: string
  /** Room for the name. */
  characters: number
  compared: ComparedList | undefined
  narrow: boolean
  focusable: boolean
}

/** One function. Clicks and keys are the list's affair. */
export const FunctionListRow = memo(function FunctionListRow(props: Props) {
  const { columns, row, place, top, label, characters, compared, narrow, focusable } = props
  const chosen = useApp(state => chosenRow(state) === row)
  const pointed = useApp(state => state.hover === row)
  const hit = useApp(state => matches(state)?.hit[row] === 1)
  const name = useApp(state => nameOf(state)(row))
  return (
    <tr
      className={`function-row${chosen ? ' chosen' : ''}${pointed ? ' pointed' : ''}${hit ? ' hit' : ''}${compared?.isNoise(row) ? ' noise' : ''}`}
      aria-label={compared?.said(row, label)}
      aria-rowindex={place + 2}
      aria-selected={chosen}
      tabIndex={focusable ? 0 : -1}
      data-place={place}
      style={{ transform: `translateY(${top}px)` }}
      onPointerEnter={() => pointAt(row)}
      onPointerLeave={() => pointAt(-1)}
    >
      <td className="function-name mono" title={label} aria-label={label}>
        <span>
          <MarkedName folded={foldName(name, characters)} hit={hit} />
        </span>
        {compared && narrow && <small className="function-sides">{compared.sides(row)}</small>}
      </td>
      {columns.map(column => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  )
})

function Cell({ column, row }: { column: ListColumn; row: FunctionRow }) {
  const value = column.value(row)
  return (
    <td
      className={column.bar ? 'function-cell with-bar' : 'function-cell'}
      title={column.hint(row)}
      aria-label={column.said?.(row)}
    >
      {column.bar && <CellBar bar={column.bar.of(row)} />}
      <span className={value === 0 ? 'number zero' : 'number'}>{column.text(row)}</span>
    </td>
  )
}

/** A length, and over it how far it may be off. Nothing is drawn for nothing. */
function CellBar({ bar }: { bar: Bar | null }) {
  if (!bar) return <span className="cell-bar" />
  const { from, to, whisker, look } = bar
  const between = (start: number, end: number) => ({ left: percent(start), right: percent(1 - end) })
  return (
    <span className={`cell-bar ${look}`}>
      <i className="cell-bar-fill" style={between(from, to)} />
      {whisker && <i className="whisker" style={between(...whisker)} />}
    </span>
  )
}

const percent = (part: number) => `${(100 * part).toFixed(2)}%`
