import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import { Icon } from './Icon.tsx'

interface Props {
  /** Amber where something failed or conclusions are at risk. */
  tone: 'plain' | 'warn'
  role?: 'alert' | 'status'
  onDismiss: () => void
  children: ReactNode
}

/** A row under the top bar that says something once, until it is dismissed. */
export function Notice({ tone, role = 'status', onDismiss, children }: Props) {
  const words = useMessages().ui
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <div className="notice-text">{children}</div>
      <button type="button" className="button icon" aria-label={words.dismiss} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  )
}
