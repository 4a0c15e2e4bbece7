import { useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'
import { ExportDialog } from './ExportDialog.tsx'

/** Opens the formats that the profile can be saved in, as does the key E. */
export function ExportButton() {
  const [open, setOpen] = useState(false)
  const { export: words, ui } = useMessages()
  useKey('e', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="button icon export-button"
        aria-label={words.short}
        title={ui.withKey(words.title, 'E')}
        onClick={() => setOpen(true)}
      >
        <Icon name="save" />
      </button>
      {open && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  )
}
