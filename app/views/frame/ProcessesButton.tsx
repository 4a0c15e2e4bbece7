import { useMessages } from '../../messages/messages.ts'
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
  const { frame: words, ui } = useMessages()
  useKey('p', toggle)
  if (count === 0) return null
  return (
    <button
      type="button"
      className="button report-button processes-button wide-only"
      aria-pressed={shown}
      title={ui.withKey(shown ? words.toWorkspace : words.processesHint, 'P')}
      onClick={toggle}
    >
      <Icon name="processes" />
      {chosen === 0 ? words.processes(formatCount(count)) : words.processesOf(formatCount(chosen), formatCount(count))}
    </button>
  )
}
