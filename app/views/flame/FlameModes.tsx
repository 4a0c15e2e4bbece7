import { useMessages } from '../../messages/messages.ts'
import { chosenRow } from '../../state/derive.ts'
import { measureBy, unfoldFlame, useApp } from '../../state/store.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'

/** What the chart unfolds, and what its widths stand for. */
export function FlameModes() {
  const mode = useApp(state => state.view.flame)
  const measure = useApp(state => state.view.measure)
  const hasChoice = useApp(state => chosenRow(state) >= 0)
  const { flame: words } = useMessages()
  return (
    <>
      <MenuChoice
        title={words.width}
        label={words.widthsFor}
        value={measure}
        choices={words.widths}
        onChoose={measureBy}
      />
      <fieldset className="segments" aria-label={words.unfolded}>
        <button type="button" aria-pressed={mode === 'roots'} onClick={() => unfoldFlame('roots')}>
          {words.fromRoots}
        </button>
        <button
          type="button"
          aria-pressed={mode === 'around'}
          title={hasChoice ? words.aroundHint : words.chooseFirst}
          onClick={() => unfoldFlame('around')}
        >
          {words.around}
        </button>
      </fieldset>
    </>
  )
}
