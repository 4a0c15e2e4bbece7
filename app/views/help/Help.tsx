import { Suspense } from 'react'
import { loadLearn } from '../../messages/messages.ts'
import { preloadable } from '../../ui/preloadable.ts'

const dialog = preloadable(async () => {
  const [{ HelpDialog }] = await Promise.all([import('./HelpDialog.tsx'), loadLearn()])
  return HelpDialog
})
export const loadHelp = dialog.load

/** Help, in a file of its own with all it says. */
export const Help = ({ onClose }: { onClose: () => void }) => (
  <Suspense>
    <dialog.Component onClose={onClose} />
  </Suspense>
)
