import { memo } from 'react'
import { type FunctionRow, foldName } from '../../../src/index.ts'
import { chosenRow, matches, nameOf } from '../../state/derive.ts'
import { pointAt, useApp } from '../../state/store.ts'
import { MarkedName } from '../MarkedName.tsx'
import type { ListColumn, SelfBars } from './listColumns.ts'

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
  bars: SelfBars
  focusable: boolean
}

/** One function. Clicks and keys are the list's affair. */
export const FunctionListRow = memo(function FunctionListRow(props: Props) {
  const { columns, row, place, top, label, characters, bars, focusable } = props
  const chosen = useApp(state => chosenRow(state) === row)
  const pointed = useApp(state => state.hover === row)
  const hit = useApp(state => matches(state)?.hit[row] === 1)
  const name = useApp(state => nameOf(state)(row))
  return (
    <tr
      className={`function-row${chosen ? ' chosen' : ''}${pointed ? ' pointed' : ''}${hit ? ' hit' : ''}`}
      aria-rowindex={place + 2}
      aria-selected={chosen}
      tabIndex={focusable ? 0 : -1}
      data-place={place}
      style={{ transform: `translateY(${top}px)` }}
      onPointerEnter={() => pointAt(row)}
      onPointerLeave={() => pointAt(-1)}
    >
      <td className="function-name mono" title={label} aria-label={label}>
        <MarkedName folded={foldName(name, characters)} hit={hit} />
      </td>
      {columns.map(column => (
        <Cell key={column.key} column={column} row={row} bars={bars} />
      ))}
    </tr>
  )
})

function Cell({ column, row, bars }: { column: ListColumn; row: FunctionRow; bars: SelfBars }) {
  const text = column.text(row)
  const value = column.value(row)
  return (
    <td
      className={column.bar ? 'function-cell with-bar' : 'function-cell'}
      title={text === '' ? 'not recorded' : undefined}
    >
      {column.bar && <Bar self={bars.self(row)} error={bars.error(row)} />}
      <span className={value === 0 ? 'number zero' : 'number'}>{text}</span>
    </td>
  )
}

/** Least width of a bar or whisker that is there at all, as a part of the room: 3 of 56 px. */
const LEAST = 3 / 56

/** Self time as a length, and over it the span of ± √n samples. Nothing is drawn for nothing. */
function Bar({ self, error }: { self: number; error: number }) {
  if (!(self > 0)) return <span className="self-bar" />
  const width = Math.max(self, LEAST)
  const reach = Math.max(error, LEAST / 2)
  const percent = (part: number) => `${(100 * part).toFixed(2)}%`
  return (
    <span className="self-bar">
      <i className="self-bar-fill" style={{ width: percent(width) }} />
      {error > 0 && (
        <i
          className="whisker"
          style={{ left: percent(Math.max(0, width - reach)), right: percent(1 - width - reach) }}
        />
      )}
    </span>
  )
}
