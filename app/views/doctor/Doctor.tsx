import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useCardMessages, useMessages } from '../../messages/messages.ts'
import { diagnosis, isComparing } from '../../state/derive.ts'
import { showDoctor, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { AuditStrip } from './AuditStrip.tsx'
import { returnToDoctor } from './DoctorButton.tsx'
import { DoctorCard } from './DoctorCard.tsx'
import './Doctor.css'

/** What speaks against the profile on screen, the worst first, beside the views that it leads to. */
export function Doctor() {
  const answer = useApp(diagnosis)
  const comparing = useApp(isComparing)
  const { doctor } = useMessages()
  const words = useCardMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    // Whoever was reading here comes back to where it was opened.
    return () => {
      if (document.activeElement === document.body) returnToDoctor()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') showDoctor(false)
  }
  return (
    <aside className="doctor" aria-labelledby="doctor-title" onKeyDown={onKeyDown}>
      <header className="doctor-head">
        <h2 id="doctor-title" ref={heading} tabIndex={-1}>
          {doctor.title}
        </h2>
        <span className="panel-subtitle">
          {answer ? doctor.findings(formatCount(answer.cards.length), answer.cards.length) : doctor.working}
        </span>
        <span className="spacer" />
        <button type="button" className="button icon" aria-label={doctor.close} onClick={() => showDoctor(false)}>
          <Icon name="close" />
        </button>
      </header>
      {comparing && <p className="doctor-note">{doctor.ofAfter}</p>}
      {answer?.cards.length === 0 && <p className="doctor-note">{doctor.nothing}</p>}
      {answer && words && (
        <ol className="doctor-cards">
          {answer.cards.map((card, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ranks are all that tells two cycles apart
            <li key={`${card.card} ${i}`}>
              <DoctorCard card={card} label={answer.labels[i]} answer={answer} words={words} />
            </li>
          ))}
        </ol>
      )}
      <AuditStrip />
    </aside>
  )
}
