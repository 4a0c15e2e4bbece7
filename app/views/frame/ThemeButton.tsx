import { useMessages } from '../../messages/messages.ts'
import { setTheme, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'

export const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const
export const themeIcons = { system: 'contrast', light: 'sun', dark: 'moon' } as const

/** Steps through the themes: as the system says, light, dark. */
export function ThemeButton() {
  const theme = useApp(state => state.theme)
  const label = useMessages().frame.theme[theme]
  return (
    <button
      type="button"
      className="button icon theme-button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(nextTheme[theme])}
    >
      <Icon name={themeIcons[theme]} />
    </button>
  )
}
