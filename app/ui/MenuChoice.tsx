import { useState } from 'react'
import { useMessages } from '../messages/messages.ts'
import { Icon } from './Icon.tsx'
import { Menu } from './Menu.tsx'

interface Props<Value extends string> {
  /** What is chosen, before the choice itself: `colour`. */
  title: string
  /** What a screen reader calls the menu. */
  label: string
  value: Value
  /** In the order of the menu; `short` stands on the button. */
  choices: Record<Value, { short: string; label: string; hint: string }>
  onChoose: (value: Value) => void
}

/** A choice as a button that says what was chosen, and a menu of all. */
export function MenuChoice<Value extends string>({ title, label, value, choices, onChoose }: Props<Value>) {
  const [at, setAt] = useState<Element | null>(null)
  const words = useMessages().ui
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={({ currentTarget }) => setAt(at ? null : currentTarget)}
      >
        <span className="wide-only">{words.choice(title)}</span> {choices[value].short}
        <Icon name="down" />
      </button>
      {at && (
        <Menu
          label={label}
          at={at}
          items={(Object.keys(choices) as Value[]).map(each => ({
            label: choices[each].label,
            hint: choices[each].hint,
            ...(each === value ? { icon: 'check' as const } : {}),
            onSelect: () => onChoose(each),
          }))}
          onClose={() => setAt(null)}
        />
      )}
    </>
  )
}
