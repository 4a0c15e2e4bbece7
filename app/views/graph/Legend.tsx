import { type ReactNode, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.ts'

/** A legend over the picture, row by row; in a window that is too small for it, it stands behind a button. */
export function Legend({ children }: { children: ReactNode }) {
  const { legend } = useMessages().graph
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={isOpen ? 'graph-legend open' : 'graph-legend'}>
      <div id={id} className="legend-rows">
        {children}
      </div>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {legend.title}
      </button>
    </div>
  )
}
