import { useMessages } from '../../messages/messages.ts'
import { fillWith, store, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'

const toggle = () => fillWith(store.getState().view.panel === 'costmap' ? null : 'costmap')

/** Leads to the map of calls and costs and back, as does the key O. */
export function CostMapButton() {
  const words = useMessages().costmap
  const shown = useApp(state => state.view.panel === 'costmap')
  useKey('o', toggle)
  return (
    <button
      type="button"
      className="button icon report-button costmap-button"
      aria-pressed={shown}
      aria-label={words.title}
      title={shown ? words.back : words.button}
      onClick={toggle}
    >
      <Icon name="costmap" />
    </button>
  )
}
