import type { ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import './EmptyPage.css'

/** The bar above everything while no profile is open: the name, and what can be done. */
export function StartHead({ children }: { children?: ReactNode }) {
  return (
    <header className="empty-head">
      <span className="mark">
        <Mark />
        Arcflame
      </span>
      {children}
    </header>
  )
}
