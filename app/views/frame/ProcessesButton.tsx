import { processesChosen, processTable } from '../../state/derive.ts'
import { fillWith, store, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'

const toggle = () => {
  const state = store.getState()
  if (processTable(state)) fillWith(state.view.panel === 'processes' ? null : 'processes')
}

/** Leads to the processes and back, as does the key P, and tells how many of them the views are of. */
export function ProcessesButton() {
  const count = useApp(state => processTable(state)?.length ?? 0)
  const chosen = useApp(state => processesChosen(state).length)
  const shown = useApp(state => state.view.panel === 'processes')
  useKey('p', toggle)
  if (count === 0) return null
  const words = chosen === 0 ? formatCount(count) : `${formatCount(chosen)} of ${formatCount(count)}`
  return (
    <button
      type="button"
      className="button report-button wide-only"
      aria-pressed={shown}
      title={shown ? 'Back to the workspace (P)' : 'The processes whose sum this is (P)'}
      onClick={toggle}
    >
      <Icon name="processes" />
      {words} processes
    </button>
  )
}
