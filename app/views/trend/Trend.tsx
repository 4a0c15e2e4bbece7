// Processes as runs of one program, one after the other: a small picture for each function, those that moved first.

import { useMemo, useState } from 'react'
import { FEWEST_RUNS, MOST_RUNS, type ProcessTable } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { processesChosen, profileOfAll } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ChosenProcesses } from '../processes/ChosenProcesses.tsx'
import { TrendList } from './TrendList.tsx'
import { ProcessViewSwitch, TrendSwitches } from './TrendSwitches.tsx'
import { runsFollowed, type Trending, useTrend } from './useTrend.ts'
import './Trend.css'

export function Trend({ table }: { table: ProcessTable }) {
  const { trend: words, processes } = useMessages()
  const order = useApp(state => state.view.runOrder)
  const rows = useMemo(() => runsFollowed(table, order), [table, order])
  const trending = useTrend(rows)
  const profile = useApp(profileOfAll)
  const chosen = useApp(processesChosen)
  const [filter, setFilter] = useState('')
  const { followed } = trending
  return (
    <Panel
      name="processes"
      title={processes.title}
      subtitle={words.subtitle(words.runs(formatCount(rows.length), rows.length))}
      actions={<ProcessViewSwitch />}
    >
      <div className="processes-bar trend-bar">
        <input
          type="search"
          className="processes-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <TrendSwitches table={table} />
        <span className="spacer" />
        <ChosenProcesses table={table} />
      </div>
      {table.length > MOST_RUNS && (
        <p className="trend-note">{words.tooMany(formatCount(MOST_RUNS), formatCount(table.length))}</p>
      )}
      {rows.length === 0 ? (
        <p className="trend-note">{words.tooFew(formatCount(FEWEST_RUNS))}</p>
      ) : (
        <Step {...trending} />
      )}
      {followed && profile && rows.length > 0 && (
        <TrendList table={table} followed={followed} profile={profile} chosen={chosen} filter={filter} />
      )}
    </Panel>
  )
}

/** What is being done, and how to end it; or why there is no trend. */
function Step({ followed, step, isCancelled, error, cancel, again }: Trending) {
  const words = useMessages().trend
  if (error !== '')
    return (
      <p className="trend-note" role="alert">
        {error}
      </p>
    )
  if (isCancelled)
    return (
      <p className="trend-note">
        <span role="status">{words.cancelled}</span>
        <button type="button" className="button outlined" onClick={again}>
          {words.again}
        </button>
      </p>
    )
  if (followed && !step) return null
  return (
    <p className="trend-note">
      <span role="status">{step ? words.reading(formatCount(step.done), formatCount(step.of)) : words.working}</span>
      <button type="button" className="button outlined" onClick={cancel}>
        {words.cancel}
      </button>
    </p>
  )
}
