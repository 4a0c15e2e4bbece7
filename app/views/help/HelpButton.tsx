import { useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'
import { Help } from './Help.tsx'

/** Opens what the numbers mean, as does the key ?. */
export function HelpButton() {
  const [open, setOpen] = useState(false)
  const { frame: words, ui } = useMessages()
  useKey('?', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="button icon help-button"
        aria-label={words.help}
        title={ui.withKey(words.help, '?')}
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
      </button>
      {open && <Help onClose={() => setOpen(false)} />}
    </>
  )
}
