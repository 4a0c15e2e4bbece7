import { useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'
import { HelpDialog } from './HelpDialog.tsx'

/** Opens what the numbers mean, as does the key ?. */
export function HelpButton() {
  const [open, setOpen] = useState(false)
  useKey('?', () => setOpen(true))
  return (
    <>
      <button type="button" className="button icon" aria-label="Help" title="Help (?)" onClick={() => setOpen(true)}>
        <Icon name="help" />
      </button>
      {open && <HelpDialog onClose={() => setOpen(false)} />}
    </>
  )
}
