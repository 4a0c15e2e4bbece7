import type { ProcessTable } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { processesChosen } from '../../state/derive.ts'
import { chooseProcesses, sumProcesses, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'

interface Props {
  table: ProcessTable
  /** Names of the processes that are listed: some of them can be chosen together. */
  shown?: string[]
}

/** What the other views show, and how it is put together. */
export function ChosenProcesses({ table, shown = [] }: Props) {
  const rows = useApp(processesChosen)
  const words = useMessages().processes
  const summed = useApp(state => state.view.summed)
  const count = rows.length || table.length
  const chosen = rows.map(row => table.name[row])
  const isPart = shown.length > 0 && shown.length < table.length
  const areChosen = shown.length === chosen.length && shown.every(name => chosen.includes(name))
  return (
    <div className="processes-chosen">
      <span role="status">
        {rows.length === 0 ? words.allShown[summed] : words.shown(formatCount(rows.length), formatCount(table.length))}
      </span>
      {count > 1 && (
        <span className="segments">
          <button type="button" aria-pressed={summed === 'sum'} onClick={() => sumProcesses('sum')}>
            {words.sum}
          </button>
          <button type="button" aria-pressed={summed === 'mean'} onClick={() => sumProcesses('mean')}>
            {words.mean}
          </button>
        </span>
      )}
      {isPart && !areChosen && (
        <button type="button" className="button" onClick={() => chooseProcesses(shown)}>
          {words.chooseThese(formatCount(shown.length), shown.length)}
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
