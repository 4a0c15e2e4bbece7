import type { Colouring } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { colourBy, useApp } from '../../state/store.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { colouringFor, type FlameColouring } from './flameColouring.ts'

const colourings: Record<Colouring, { short: string; label: string; hint: string }> = {
  group: { short: 'name', label: 'How names begin', hint: 'parts of the program' },
  self: { short: 'self time', label: 'Self time', hint: 'in the function itself' },
  calls: { short: 'calls', label: 'Calls', hint: 'from few to many' },
  cycle: { short: 'cycle', label: 'Cycles', hint: 'who calls one another' },
}

/** By what boxes are coloured. */
export function ColourMenu() {
  const compared = useApp(comparison)
  const value = useApp(state => colouringFor(state.view.colouring, compared))
  const { colour } = useMessages().pictures
  const choices = compared ? { change: colour, ...colourings } : colourings
  return (
    <MenuChoice
      title="colour"
      label="Colour boxes by"
      value={value}
      choices={choices as Record<FlameColouring, typeof colour>}
      onChoose={by => colourBy(by === 'change' || by === colouringFor(null, compared) ? null : by)}
    />
  )
}
