import { Suspense, useState } from 'react'
import { languageNames, useMessages } from '../../messages/messages.ts'
import { openFiles } from '../../state/openFiles.ts'
import { fillWith, setTheme, showTab, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { chooseLanguage } from '../../ui/language.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { compareDialog } from '../compare/CompareButton.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { Help } from '../help/Help.tsx'
import { useFileChooser } from '../start/useFileChooser.tsx'
import { useNextLanguage } from './LanguageButton.tsx'
import { nextTheme, themeIcons } from './ThemeButton.tsx'

/** All that the top bar has no room for. */
export function MoreButton() {
  const [at, setAt] = useState<Element | null>(null)
  const [shown, setShown] = useState<'compare' | 'export' | 'help' | null>(null)
  const theme = nextTheme[useApp(state => state.theme)]
  const language = useNextLanguage()
  const { field, choose } = useFileChooser(files => void openFiles(files))
  // On a narrow screen an open Doctor would stand before it.
  const show = useNarrow() ? showTab : fillWith
  const words = useMessages()
  const close = () => setShown(null)
  return (
    <>
      <button
        type="button"
        className="button icon more-button"
        aria-label={words.frame.more}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={({ currentTarget }) => setAt(at ? null : currentTarget)}
      >
        <Icon name="more" />
      </button>
      {field}
      {at && (
        <Menu
          label={words.frame.more}
          at={at}
          items={[
            { icon: 'open', label: words.frame.openOther, onSelect: () => choose('files') },
            { icon: 'costmap', label: words.costmap.title, onSelect: () => show('costmap') },
            { icon: 'compare', label: words.compare.buttonHint, onSelect: () => setShown('compare') },
            { icon: 'save', label: words.export.title, onSelect: () => setShown('export') },
            { icon: themeIcons[theme], label: words.frame.changeTheme[theme], onSelect: () => setTheme(theme) },
            { icon: 'language', label: languageNames[language], onSelect: () => void chooseLanguage(language) },
            { icon: 'help', label: words.frame.help, onSelect: () => setShown('help') },
          ]}
          onClose={() => setAt(null)}
        />
      )}
      {shown === 'compare' && (
        <Suspense>
          <compareDialog.Component onClose={close} />
        </Suspense>
      )}
      {shown === 'export' && <ExportDialog onClose={close} />}
      {shown === 'help' && <Help onClose={close} />}
    </>
  )
}
