import { memo } from 'react'
import type { ProcessRow, ProcessTable } from '../../../src/index.ts'
import { formatCount } from '../../ui/format.ts'

interface Props {
  table: ProcessTable
  process: ProcessRow
  /** Place in the list, from 0. */
  place: number
  /** Distance from the top of the list in pixels. */
  top: number
  /** Samples of the process that has most. */
  most: number
  chosen: boolean
  focusable: boolean
}

/** One process: its name, what it was, and how many samples it has beside the others. */
export const ProcessHeader = memo(function ProcessHeader(props: Props) {
  const { table, process, place, top, most, chosen, focusable } = props
  const { name, title, group, ticks, path } = table
  const said = title[process] || group[process]
  return (
    <div
      role="option"
      aria-selected={chosen}
      aria-posinset={place + 1}
      className={chosen ? 'heat-process chosen' : 'heat-process'}
      tabIndex={focusable ? 0 : -1}
      data-process={place}
      title={`${path[process]}${said === '' ? '' : `\n${said}`}`}
      style={{ top }}
    >
      <b className="mono">{name[process]}</b>
      <span className="heat-title">{said}</span>
      <span className="heat-samples number">{formatCount(Math.round(ticks[process]))}</span>
      <span className="heat-bar" aria-hidden="true">
        <i style={{ width: `${most > 0 ? (100 * ticks[process]) / most : 0}%` }} />
      </span>
    </div>
  )
})
