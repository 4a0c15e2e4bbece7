import { useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { openText } from '../../state/openFiles.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Opens a field to paste a listing into; Ctrl+V does the same anywhere on the page without it. */
export function PasteButton() {
  const [open, setOpen] = useState(false)
  const words = useMessages().start
  return (
    <>
      <button type="button" className="button outlined" onClick={() => setOpen(true)}>
        {words.paste} <kbd className="wide-only">Ctrl V</kbd>
      </button>
      {open && <PasteDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function PasteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const words = useMessages().start
  return (
    <Dialog title={words.pasteTitle} onClose={onClose}>
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
          aria-label={words.pasted}
          placeholder={words.pasteExample}
          rows={14}
          spellCheck={false}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <footer>
          <span>{words.pasteHint}</span>
          <button type="submit" className="button primary" disabled={text.trim() === ''}>
            {words.open}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
