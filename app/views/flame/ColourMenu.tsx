import { useState } from 'react'
import type { Colouring } from '../../../src/index.ts'
import { colourBy, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'

const meanings: Record<Colouring, { short: string; label: string; hint: string }> = {
  group: { short: 'name', label: 'How names begin', hint: 'parts of the program' },
  self: { short: 'self time', label: 'Self time', hint: 'in the function itself' },
  calls: { short: 'calls', label: 'Calls', hint: 'from few to many' },
  cycle: { short: 'cycle', label: 'Cycles', hint: 'who calls one another' },
}

/** By what boxes are coloured, and a menu to change it. */
export function ColourMenu() {
  const colouring = useApp(state => state.view.colouring)
  const [at, setAt] = useState<Element | null>(null)
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={({ currentTarget }) => setAt(at ? null : currentTarget)}
      >
        <span className="wide-only">colour:</span> {meanings[colouring].short}
        <Icon name="down" />
      </button>
      {at && (
        <Menu
          label="Colour boxes by"
          at={at}
          items={(Object.keys(meanings) as Colouring[]).map(by => ({
            label: meanings[by].label,
            hint: meanings[by].hint,
            ...(by === colouring ? { icon: 'check' as const } : {}),
            onSelect: () => colourBy(by),
          }))}
          onClose={() => setAt(null)}
        />
      )}
    </>
  )
}
