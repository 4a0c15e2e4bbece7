import { Suspense, useState } from 'react'
import type { Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { Icon } from '../../ui/Icon.tsx'
import { preloadable } from '../../ui/preloadable.ts'
import { useKey } from '../useKey.ts'

const dialog = preloadable(async () => (await import('./ShareDialog.tsx')).ShareDialog)

/** Opens the ways to share what is on screen, as does the key L. `profile`: as it was read. */
export function ShareButton({ profile }: { profile: Profile }) {
  const [open, setOpen] = useState(false)
  const { share: words, ui } = useMessages()
  useKey('l', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="button outlined share-button"
        title={ui.withKey(words.title, 'L')}
        onClick={() => setOpen(true)}
      >
        <Icon name="link" />
        <span>{words.button}</span>
      </button>
      {open && (
        <Suspense>
          <dialog.Component profile={profile} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
