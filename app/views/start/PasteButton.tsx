import { useState } from 'react'
import { openText } from '../../state/openFiles.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Opens a field to paste a listing into; Ctrl+V does the same anywhere on the page without it. */
export function PasteButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button outlined" onClick={() => setOpen(true)}>
        Paste <kbd className="wide-only">Ctrl V</kbd>
      </button>
      {open && <PasteDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function PasteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  return (
    <Dialog title="Paste a listing" onClose={onClose}>
      <form
        className="paste-form"
        onSubmit={event => {
          event.preventDefault()
          onClose()
          void openText(text)
        }}
      >
        <textarea
          className="mono"
          aria-label="Listing printed by gprof"
          placeholder="Flat profile: …"
          rows={14}
          spellCheck={false}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <footer>
          <span>Text around the listing, and lines left out of it, do no harm.</span>
          <button type="submit" className="button primary" disabled={text.trim() === ''}>
            Open
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
