import { useMessages } from '../../messages/messages.ts'
import { trace } from '../../state/store.ts'
import './TraceButton.css'

/** Asks where the figures of a function or a cycle come from, by its label; an empty one stands for the totals. */
export function TraceButton({ fn, shortcut = '' }: { fn: string; shortcut?: string }) {
  const { source, ui } = useMessages()
  const label = fn === '' ? source.menuOfTotals : source.menu
  return (
    <button
      type="button"
      className="source-button"
      title={shortcut === '' ? undefined : ui.withKey(label, shortcut)}
      onClick={() => trace({ fn, caller: null })}
    >
      {label}
    </button>
  )
}
