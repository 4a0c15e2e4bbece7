import { type ToggleEvent, useId, useRef, useState } from 'react'
import type { Profile, QuotedLine } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { warningsOfReading } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { AuditWords } from '../doctor/AuditStrip.tsx'
import { cellsOf, isWhole, prunedWords, wordsOf } from './completeness.ts'
import { Issues } from './Notices.tsx'
import './CompletenessStrip.css'

/** What was found in the file: four cells and a few words; pressed, it tells all. */
export function CompletenessStrip({ profile }: { profile: Profile }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const summary = wordsOf(profile)
  const words = useMessages().completeness
  const [open, setOpen] = useState(false)
  const place = ({ newState }: ToggleEvent) => {
    setOpen(newState === 'open')
    const { left, bottom } = button.current?.getBoundingClientRect() ?? { left: 0, bottom: 0 }
    const width = card.current?.offsetWidth ?? 0
    card.current?.style.setProperty('left', `${Math.max(12, Math.min(left, window.innerWidth - width - 12))}px`)
    card.current?.style.setProperty('top', `${bottom + 8}px`)
  }
  return (
    <>
      <button ref={button} type="button" className="completeness" popoverTarget={id} aria-label={words.button(summary)}>
        {cellsOf(profile).map(({ part, filled, says }) => (
          <span key={part} className="completeness-cell" title={words.cell(part, says)}>
            <i style={{ width: `${filled * 100}%` }} />
          </span>
        ))}
        <em>{summary}</em>
      </button>
      <div ref={card} id={id} className="completeness-card" popover="auto" onToggle={place}>
        {open && <Found profile={profile} />}
      </div>
    </>
  )
}

/** All that was found, and what was not. */
function Found({ profile }: { profile: Profile }) {
  const { legend, leftOut, leftOutCount, unread, unreadCount, firstLine, lastLine } = profile.completeness
  const fromReading = useApp(warningsOfReading)
  const warnings = [...new Set([...profile.warnings, ...fromReading])]
  const partial = warnings.filter(({ code }) => code === 'incomplete' || code === 'truncated')
  const others = warnings.filter(warning => !partial.includes(warning))
  const pruned = prunedWords(profile)
  const words = useMessages().completeness
  return (
    <>
      <h2>{words.title}</h2>
      {(partial.length > 0 || !isWhole(profile)) && (
        <div className="completeness-partial">
          {partial.length > 0 ? <Issues issues={partial} /> : <p>{pruned ?? words.isIncomplete}</p>}
        </div>
      )}
      <ul className="completeness-parts">
        {cellsOf(profile).map(({ part, sign, says }) => (
          <li key={part}>
            <span>{part}</span> <i aria-hidden="true">{sign}</i> {says}
          </li>
        ))}
        <li>
          <span>{words.legend}</span> <i aria-hidden="true">{legend ? '●' : '○'}</i>{' '}
          {legend ? words.legendThere : words.notInFile}
        </li>
        {lastLine > 0 && (
          <li>
            <span>{words.lines}</span> <i /> {words.fromTo(formatCount(firstLine), formatCount(lastLine))}
          </li>
        )}
        {leftOutCount > 0 && (
          <li>
            <span>{words.leftOut}</span> <i aria-hidden="true">◐</i>{' '}
            {words.leftOutAt(formatCount(leftOutCount), leftOutCount)}
          </li>
        )}
        <li>
          <span>{words.unread}</span> <i aria-hidden="true">{unreadCount > 0 ? '◐' : '●'}</i>{' '}
          {unreadCount === 0 ? words.nothingUnread : words.unreadLines(formatCount(unreadCount), unreadCount)}
        </li>
      </ul>
      <AuditWords />
      <Quoted label={words.whereLeftOut} lines={leftOut} all={leftOutCount} />
      <Quoted label={words.whichUnread} lines={unread} all={unreadCount} />
      {others.length > 0 && <Issues issues={others} />}
      <p className="completeness-fingerprint">
        {words.fingerprint} <span className="mono">{profile.fingerprint}</span>
      </p>
    </>
  )
}

/** Lines of the file with their numbers, as far as they were kept. */
function Quoted({ label, lines, all }: { label: string; lines: QuotedLine[]; all: number }) {
  const words = useMessages().completeness
  if (lines.length === 0) return null
  return (
    <section className="completeness-quoted" aria-label={label}>
      <table>
        <tbody>
          {lines.map(({ line, text }) => (
            <tr key={line}>
              <th scope="row">{formatCount(line)}</th>
              <td className="mono">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > lines.length && <p>{words.others(formatCount(all - lines.length))}</p>}
    </section>
  )
}
