import { useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'
import { ExportDialog } from './ExportDialog.tsx'

/** Opens the formats that the profile can be saved in, as does the key E. */
export function ExportButton() {
  const [open, setOpen] = useState(false)
  useKey('e', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="button icon"
        aria-label="Export"
        title="Export for other programs (E)"
        onClick={() => setOpen(true)}
      >
        <Icon name="save" />
      </button>
      {open && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  )
}
