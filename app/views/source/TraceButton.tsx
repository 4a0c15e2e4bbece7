import { useMessages } from '../../messages/messages.ts'
import { trace } from '../../state/store.ts'

/** Asks where the figures of a function come from, by its label. */
export function TraceButton({ fn }: { fn: string }) {
  const { source, ui } = useMessages()
  return (
    <button
      type="button"
      className="entry-trace"
      title={ui.withKey(source.menu, 'S')}
      onClick={() => trace({ fn, caller: null })}
    >
      {source.menu}
    </button>
  )
}
