import { Suspense, useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { isComparing } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { preloadable } from '../../ui/preloadable.ts'
import { useKey } from '../useKey.ts'

/** The choice of a profile to compare with. */
export const compareDialog = preloadable(async () => (await import('./CompareDialog.tsx')).CompareDialog)

/** Opens the choice of a profile to compare with, as does the key C. */
export function CompareButton() {
  const [open, setOpen] = useState(false)
  const comparing = useApp(isComparing)
  const { compare: words, ui } = useMessages()
  useKey('c', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="button icon compare-button"
        aria-label={words.buttonHint}
        aria-pressed={comparing}
        title={ui.withKey(words.buttonHint, 'C')}
        onClick={() => setOpen(true)}
      >
        <Icon name="compare" />
      </button>
      {open && (
        <Suspense>
          <compareDialog.Component onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
