import { useMessages } from '../messages/messages.ts'
import { CopyButton } from './CopyButton.tsx'

declare const __ARCFLAME_VERSION__: string

/** What a person can paste into a bug report; nothing of it is sent anywhere. */
export function reportOf(error: unknown, address: string): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return [`Arcflame ${__ARCFLAME_VERSION__}`, navigator.userAgent, address, '', message, stack ?? '(no stack)'].join(
    '\n',
  )
}

/** An error in the page itself, as a report to copy. */
export function CrashReport({ error }: { error: unknown }) {
  const words = useMessages().page
  const report = reportOf(error, location.href)
  return (
    <section className="crash-report" role="alert">
      <p>{words.crashLead}</p>
      <textarea className="crash-text mono" aria-label={words.report} readOnly rows={10} value={report} />
      <div className="crash-actions">
        <CopyButton className="button outlined" text={() => report}>
          {words.copyReport}
        </CopyButton>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </section>
  )
}
