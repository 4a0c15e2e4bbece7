import { useEffect, useState } from 'react'
import { useMessages } from '../messages/messages.ts'

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
  const words = useMessages().ui
  const [outcome, setOutcome] = useState<'copied' | 'notAllowed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (text: string | Promise<Blob>) =>
    void write(text).then(
      () => setOutcome('copied'),
      () => setOutcome('notAllowed'),
    )
  return { outcome: outcome === null ? '' : words[outcome], copy }
}
