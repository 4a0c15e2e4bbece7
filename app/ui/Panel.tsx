import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import { fillWith, useApp } from '../state/store.ts'
import type { Panel as PanelName } from '../state/view.ts'
import { Icon } from './Icon.tsx'

interface Props {
  name: PanelName
  title: string
  /** Beside the title, in tertiary ink. */
  subtitle?: ReactNode
  /** Controls at the right of the head. */
  actions?: ReactNode
  children: ReactNode
}

/** One view in the workspace: a head of 34 px with title and controls, and a body that fills the rest. */
export function Panel({ name, title, subtitle, actions, children }: Props) {
  const fills = useApp(state => state.view.panel === name)
  const words = useMessages().ui
  return (
    <section className={`panel panel-${name}`} aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        {subtitle !== undefined && <span className="panel-subtitle">{subtitle}</span>}
        <span className="spacer" />
        {actions}
        <button
          type="button"
          className="button icon wide-only"
          aria-label={fills ? words.unfill : words.fill(title)}
          aria-pressed={fills}
          onClick={() => fillWith(fills ? null : name)}
        >
          <Icon name={fills ? 'shrink' : 'grow'} />
        </button>
      </header>
      {children}
    </section>
  )
}
