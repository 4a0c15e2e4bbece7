import { type ReactNode, useEffect, useState } from 'react'

interface Props {
  /** What to copy, asked for at the moment of the click; what takes a moment may come as plain text in a blob. */
  text: () => string | Promise<Blob>
  className?: string
  label?: string
  children: ReactNode
}

// Async, so that a browser without the one or the other is one that refuses.
async function write(text: string | Promise<Blob>): Promise<void> {
  if (typeof text === 'string') await navigator.clipboard.writeText(text)
  else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
}

/** A button that puts a text on the clipboard and says so for two seconds, or says that the browser refused. */
export function CopyButton({ text, className = 'button', label, children }: Props) {
  const [outcome, setOutcome] = useState<'' | 'Copied' | 'Not allowed'>('')
  useEffect(() => {
    if (outcome === '') return
    const timer = setTimeout(() => setOutcome(''), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = () =>
    write(text()).then(
      () => setOutcome('Copied'),
      () => setOutcome('Not allowed'),
    )
  return (
    <>
      <button type="button" className={className} aria-label={label} title={label} onClick={copy}>
        {outcome || children}
      </button>
      <span className="visually-hidden" role="status">
        {outcome}
      </span>
    </>
  )
}
