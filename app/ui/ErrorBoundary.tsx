import { Component, type ReactNode } from 'react'
import { messages } from '../messages/messages.ts'
import { CrashReport } from './CrashReport.tsx'

interface Props {
  children: ReactNode
}

/** Catches what nobody foresaw while drawing, and shows a report in place of the page. React has this as a class only. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <main className="crash">
        <h1>{messages().page.crashed}</h1>
        <CrashReport error={this.state.error} />
      </main>
    )
  }
}
