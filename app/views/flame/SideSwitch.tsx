import { useMessages } from '../../messages/messages.ts'
import { isComparing } from '../../state/derive.ts'
import { showSide, useApp } from '../../state/store.ts'

/** Of two profiles that are compared, whose widths the chart has. */
export function SideSwitch() {
  const comparing = useApp(isComparing)
  const shown = useApp(state => state.view.side)
  const { compare, pictures } = useMessages()
  if (!comparing) return null
  return (
    <fieldset className="segments" aria-label={pictures.side}>
      {(['a', 'b'] as const).map(side => (
        <button
          key={side}
          type="button"
          aria-pressed={shown === side}
          title={pictures.sideHint[side]}
          onClick={() => showSide(side)}
        >
          {side === 'a' ? compare.before : compare.after}
        </button>
      ))}
    </fieldset>
  )
}
