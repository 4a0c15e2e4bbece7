import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { colourBy, useApp } from '../../state/store.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { colouringFor, type FlameColouring } from './flameColouring.ts'

/** By what boxes are coloured. */
export function ColourMenu() {
  const compared = useApp(comparison)
  const value = useApp(state => colouringFor(state.view.colouring, compared))
  const { flame: words, pictures } = useMessages()
  const choices = compared ? { change: pictures.colour, ...words.colours } : words.colours
  return (
    <MenuChoice
      title={words.colour}
      label={words.colourBy}
      value={value}
      choices={choices as Record<FlameColouring, typeof pictures.colour>}
      onChoose={by => colourBy(by === 'change' || by === colouringFor(null, compared) ? null : by)}
    />
  )
}
