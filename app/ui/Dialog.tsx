import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useMessages } from '../messages/messages.ts'
import { Icon } from './Icon.tsx'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A modal dialog. It is open as long as it is rendered; Escape, the cross and a click beside it close it. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const words = useMessages().ui
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Where there is a field to fill in or a choice to make, that is what the dialog is for; else the browser chooses.
    element?.querySelector<HTMLElement>('textarea:enabled:not(:read-only), input:checked')?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} closedby="any" onCancel={onClose}>
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="button icon" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
