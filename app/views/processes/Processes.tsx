// Many processes at once: a row for each, a column for each function, and in the cells what part of its time the process
// spent there. Choosing rows chooses whose sum all other views show.

import { useMemo, useState } from 'react'
import { orderByOddity, type ProcessTable } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { processesChosen, processTable, profileOfAll } from '../../state/derive.ts'
import { chooseProcesses, sumProcesses, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Issues } from '../frame/Notices.tsx'
import { HeatGrid } from './HeatGrid.tsx'
import { groupsOfProcesses, orderProcesses, type ProcessOrder } from './heatMap.ts'
import './Processes.css'

export function Processes() {
  const table = useApp(processTable)
  if (!table) return null
  return <OfTable table={table} />
}

function OfTable({ table }: { table: ProcessTable }) {
  const [order, setOrder] = useState<ProcessOrder>('odd')
  const [filter, setFilter] = useState('')
  const words = useMessages().processes
  const odd = useMemo(() => orderByOddity(table), [table])
  const rows = useMemo(() => orderProcesses(table, order, odd, filter), [table, order, odd, filter])
  return (
    <Panel
      name="processes"
      title={words.title}
      subtitle={words.subtitle(formatCount(table.length))}
      actions={
        <MenuChoice
          title={words.order}
          label={words.orderHint}
          value={order}
          choices={words.orders}
          onChoose={setOrder}
        />
      }
    >
      <div className="processes-bar">
        <input
          type="search"
          className="processes-filter"
          aria-label={words.filter}
          placeholder={words.filterExample}
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <Groups table={table} />
        <Chosen table={table} shown={rows.map(row => table.name[row])} />
      </div>
      <Doubtful table={table} />
      <HeatGrid table={table} processes={rows} />
    </Panel>
  )
}

/** Files that are broken, shared by several processes, or likely overwritten. */
function Doubtful({ table: { issues } }: { table: ProcessTable }) {
  const words = useMessages().processes
  if (issues.length === 0) return null
  return (
    <details className="processes-doubtful">
      <summary>{words.doubtful(formatCount(issues.length), issues.length)}</summary>
      <Issues issues={issues} />
    </details>
  )
}

/** Groups as buttons: pressed, all of the group is chosen. */
function Groups({ table }: { table: ProcessTable }) {
  const groups = useMemo(() => groupsOfProcesses(table), [table])
  const chosen = useApp(state => state.view.processes)
  const words = useMessages().processes
  return (
    <fieldset className="processes-groups" aria-label={words.groups}>
      {groups.map(({ group, names }) => (
        <button
          key={group}
          type="button"
          className="group-chip"
          aria-pressed={names.length === chosen.length && names.every(name => chosen.includes(name))}
          onClick={() => chooseProcesses(names)}
        >
          {group} <span className="number">{formatCount(names.length)}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** What the other views show, and how it is put together. */
function Chosen({ table, shown }: { table: ProcessTable; shown: string[] }) {
  const rows = useApp(processesChosen)
  const words = useMessages().processes
  const summed = useApp(state => state.view.summed)
  const profile = useApp(profileOfAll)
  const count = rows.length || table.length
  const isPart = shown.length > 0 && shown.length < table.length
  return (
    <div className="processes-chosen">
      <span role="status">
        {rows.length === 0 ? words.allShown : words.shown(formatCount(rows.length), formatCount(table.length))}
      </span>
      {count > 1 && profile && (
        <span className="segments">
          <button type="button" aria-pressed={summed === 'sum'} onClick={() => sumProcesses('sum')}>
            {words.sum}
          </button>
          <button type="button" aria-pressed={summed === 'mean'} onClick={() => sumProcesses('mean')}>
            {words.mean}
          </button>
        </span>
      )}
      {isPart && (
        <button type="button" className="button" onClick={() => chooseProcesses(shown)}>
          {words.chooseThese(formatCount(shown.length))}
        </button>
      )}
      {rows.length > 0 && (
        <button type="button" className="button" onClick={() => chooseProcesses([])}>
          {words.chooseAll}
        </button>
      )}
    </div>
  )
}
