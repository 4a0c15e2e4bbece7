import type { Colouring } from '../../../src/index.ts'
import { colourBy, useApp } from '../../state/store.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'

const colourings: Record<Colouring, { short: string; label: string; hint: string }> = {
  group: { short: 'name', label: 'How names begin', hint: 'parts of the program' },
  self: { short: 'self time', label: 'Self time', hint: 'in the function itself' },
  calls: { short: 'calls', label: 'Calls', hint: 'from few to many' },
  cycle: { short: 'cycle', label: 'Cycles', hint: 'who calls one another' },
}

/** By what boxes are coloured. */
export function ColourMenu() {
  const value = useApp(state => state.view.colouring)
  return <MenuChoice title="colour" label="Colour boxes by" value={value} choices={colourings} onChoose={colourBy} />
}
