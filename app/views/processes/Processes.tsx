// Many processes at once: a row for each, a column for each function, and in the cells what part of its time the process
// spent there. Choosing rows chooses whose sum all other views show.

import { useMemo, useState } from 'react'
import { orderByOddity, type ProcessTable } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { processTable } from '../../state/derive.ts'
import { chooseProcesses, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Issues } from '../frame/Notices.tsx'
import { Trend } from '../trend/Trend.tsx'
import { ProcessViewSwitch } from '../trend/TrendSwitches.tsx'
import { ChosenProcesses } from './ChosenProcesses.tsx'
import { HeatGrid } from './HeatGrid.tsx'
import { groupsOfProcesses, orderProcesses, type ProcessOrder } from './heatMap.ts'
import './Processes.css'

export function Processes() {
  const table = useApp(processTable)
  const isTrend = useApp(state => state.view.processView === 'trend')
  if (!table) return null
  return isTrend ? <Trend table={table} /> : <HeatMap table={table} />
}

function HeatMap({ table }: { table: ProcessTable }) {
  const [order, setOrder] = useState<ProcessOrder>('odd')
  const [filter, setFilter] = useState('')
  const words = useMessages().processes
  const odd = useMemo(() => orderByOddity(table), [table])
  const rows = useMemo(() => orderProcesses(table, order, odd, filter), [table, order, odd, filter])
  const namesShown = rows.map(row => table.name[row])
  return (
    <Panel
      name="processes"
      title={words.title}
      subtitle={words.subtitle(formatCount(table.length))}
      actions={
        <>
          <ProcessViewSwitch />
          <MenuChoice
            title={words.order}
            label={words.orderHint}
            value={order}
            choices={words.orders}
            onChoose={setOrder}
          />
        </>
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
          onKeyDown={({ key }) => {
            if (key === 'Enter' && rows.length > 0 && rows.length < table.length) chooseProcesses(namesShown)
          }}
        />
        <Groups table={table} />
        <ChosenProcesses table={table} shown={namesShown} />
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
