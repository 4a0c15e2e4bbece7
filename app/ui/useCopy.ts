import { useEffect, useState } from 'react'

// Async, so that a browser without the one or the other is one that refuses.
async function write(text: string | Promise<Blob>): Promise<void> {
  if (typeof text === 'string') await navigator.clipboard.writeText(text)
  else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
}

/**
 * Puts a text on the clipboard; what takes a moment to make may come as plain text in a blob. `outcome` says for two
 * seconds that it was copied, or that the browser refused, and is empty else.
 */
export function useCopy(): { outcome: string; copy: (text: string | Promise<Blob>) => void } {
  const [outcome, setOutcome] = useState<'' | 'Copied' | 'Not allowed'>('')
  useEffect(() => {
    if (outcome === '') return
    const timer = setTimeout(() => setOutcome(''), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (text: string | Promise<Blob>) =>
    void write(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('Not allowed'),
    )
  return { outcome, copy }
}
