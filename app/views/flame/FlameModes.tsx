import { chosenRow } from '../../state/derive.ts'
import { measureBy, unfoldFlame, useApp } from '../../state/store.ts'
import type { View } from '../../state/view.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'

const measures: Record<View['measure'], { short: string; label: string; hint: string }> = {
  time: { short: 'time', label: 'Time', hint: 'of the function and all that it calls there' },
  calls: { short: 'calls', label: 'Calls', hint: 'estimated for each path' },
  self: { short: 'self only', label: 'Self time only', hint: 'without functions that have none' },
}

/** What the chart unfolds, and what its widths stand for. */
export function FlameModes() {
  const mode = useApp(state => state.view.flame)
  const measure = useApp(state => state.view.measure)
  const hasChoice = useApp(state => chosenRow(state) >= 0)
  return (
    <>
      <MenuChoice title="width" label="Widths stand for" value={measure} choices={measures} onChoose={measureBy} />
      <fieldset className="segments" aria-label="What is unfolded">
        <button type="button" aria-pressed={mode === 'roots'} onClick={() => unfoldFlame('roots')}>
          From roots
        </button>
        <button
          type="button"
          aria-pressed={mode === 'around'}
          title={hasChoice ? 'The chosen function, its callers above, its callees below' : 'Choose a function first'}
          onClick={() => unfoldFlame('around')}
        >
          Around
        </button>
      </fieldset>
    </>
  )
}
