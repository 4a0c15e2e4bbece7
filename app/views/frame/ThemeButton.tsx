import { setTheme, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'

const next = { system: 'light', light: 'dark', dark: 'system' } as const
const icons = { system: 'contrast', light: 'sun', dark: 'moon' } as const

/** Steps through the themes: as the system says, light, dark. */
export function ThemeButton() {
  const theme = useApp(state => state.theme)
  const label = `Theme: ${theme === 'system' ? 'as the system' : theme}. Change to ${next[theme]}.`
  return (
    <button
      type="button"
      className="button icon"
      aria-label={label}
      title={label}
      onClick={() => setTheme(next[theme])}
    >
      <Icon name={icons[theme]} />
    </button>
  )
}
