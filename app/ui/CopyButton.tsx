import type { ReactNode } from 'react'
import { useCopy } from './useCopy.ts'

interface Props {
  /** What to copy, asked for at the moment of the click; what takes a moment may come as plain text in a blob. */
  text: () => string | Promise<Blob>
  className?: string
  label?: string
  children: ReactNode
}

/** A button that puts a text on the clipboard and says so for two seconds, or says that the browser refused. */
export function CopyButton({ text, className = 'button', label, children }: Props) {
  const { outcome, copy } = useCopy()
  return (
    <>
      <button type="button" className={className} aria-label={label} title={label} onClick={() => copy(text())}>
        {outcome || children}
      </button>
      <span className="visually-hidden" role="status">
        {outcome}
      </span>
    </>
  )
}
