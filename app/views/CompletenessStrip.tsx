import { type ToggleEvent, useId, useRef, useState } from 'react'
import { heaviestRoot, labelsOf, type Part, type Profile } from '../../src/index.ts'
import { useApp } from '../state/store.ts'
import { formatCount, formatPercent } from '../ui/format.ts'
import { Issues } from './Notices.tsx'
import './CompletenessStrip.css'

/** One cell of the strip: how much of one part is there. */
interface Cell {
  part: string
  /** 0..1, as far as it is known. */
  filled: number
  sign: '●' | '◐' | '○'
  says: string
}

const signs = { whole: '●', part: '◐', none: '○' } as const

function cellOf(part: string, { state, found, expected }: Part, unit: string): Cell {
  const filled = state === 'whole' ? 1 : state === 'none' ? 0 : found / expected
  const known = Number.isNaN(expected) || state === 'whole' ? '' : ` of ${formatCount(expected)}`
  const says = state === 'none' ? 'not in this file' : `${formatCount(found)}${known} ${unit}`
  // A part that is there but cut off somewhere unknown is drawn half full.
  return { part, filled: Number.isNaN(filled) ? 0.5 : Math.min(1, filled), sign: signs[state], says }
}

/** The four cells: three parts of the listing, and the time that hangs under a known root. */
function cellsOf(profile: Profile): Cell[] {
  const { flatProfile, callGraph, index } = profile.completeness
  const root = heaviestRoot(profile)
  return [
    cellOf('Flat profile', flatProfile, 'rows'),
    cellOf('Call graph', callGraph, 'entries'),
    cellOf('Index by function name', index, 'names'),
    {
      part: 'Rooted time',
      filled: root?.share ?? 0,
      sign: !root ? '○' : root.share > 0.9995 ? '●' : '◐',
      says: root
        ? `${formatPercent(root.share)} % of the time is under ${labelsOf(profile)[root.fn]}`
        : 'no root known',
    },
  ]
}

/** Whether the listing was left whole, judged by the parts it has. */
function isWhole({ completeness }: Profile): boolean {
  const { flatProfile, callGraph, index } = completeness
  return [flatProfile, callGraph, index].every(({ state }) => state !== 'part') && flatProfile.state !== 'none'
}

/** The short form, beside the cells. */
function wordsOf(profile: Profile): string {
  const { flatProfile, callGraph } = profile.completeness
  const root = heaviestRoot(profile)
  if (callGraph.state === 'none') return 'flat profile only'
  if (flatProfile.state === 'none' && callGraph.state === 'whole') return 'call graph only'
  const rooted = root ? ` · ${formatPercent(root.share)} % under ${labelsOf(profile)[root.fn]}` : ''
  return isWhole(profile) ? `complete${rooted}` : 'incomplete listing'
}

/** What was found in the file: four cells and a few words; pressed, it tells all. */
export function CompletenessStrip({ profile }: { profile: Profile }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const words = wordsOf(profile)
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
      <button
        ref={button}
        type="button"
        className="completeness"
        popoverTarget={id}
        aria-label={`What was found in the file: ${words}`}
      >
        {cellsOf(profile).map(({ part, filled, says }) => (
          <span key={part} className="completeness-cell" title={`${part}: ${says}`}>
            <i style={{ width: `${filled * 100}%` }} />
          </span>
        ))}
        <em className="wide-only">{words}</em>
      </button>
      <div ref={card} id={id} className="completeness-card" popover="auto" onToggle={place}>
        {open && <Found profile={profile} />}
      </div>
    </>
  )
}

/** All that was found, and what was not. */
function Found({ profile }: { profile: Profile }) {
  const { legend, unread, unreadCount, firstLine, lastLine } = profile.completeness
  const fromReading = useApp(state => state.opened?.warnings)
  const warnings = [...new Set([...profile.warnings, ...(fromReading ?? [])])]
  const partial = warnings.filter(({ code }) => code === 'incomplete' || code === 'truncated')
  const others = warnings.filter(warning => !partial.includes(warning))
  return (
    <>
      <h2>What was found in the file</h2>
      {(partial.length > 0 || !isWhole(profile)) && (
        <div className="completeness-partial">
          {partial.length > 0 ? <Issues issues={partial} /> : <p>The listing is incomplete.</p>}
        </div>
      )}
      <ul className="completeness-parts">
        {cellsOf(profile).map(({ part, sign, says }) => (
          <li key={part}>
            <span>{part}</span> <i aria-hidden="true">{sign}</i> {says}
          </li>
        ))}
        <li>
          <span>Legend</span> <i aria-hidden="true">{legend ? '●' : '○'}</i>{' '}
          {legend ? "gprof's explanation of the columns" : 'not in this file'}
        </li>
        {lastLine > 0 && (
          <li>
            <span>Lines</span> <i /> {formatCount(firstLine)} to {formatCount(lastLine)}
          </li>
        )}
        <li>
          <span>Not understood</span> <i aria-hidden="true">{unreadCount > 0 ? '◐' : '●'}</i>{' '}
          {unreadCount === 0 ? 'nothing: every line was understood' : `${formatCount(unreadCount)} lines`}
        </li>
      </ul>
      {unread.length > 0 && (
        <section className="completeness-unread" aria-label="Lines not understood">
          <table>
            <tbody>
              {unread.map(({ line, text }) => (
                <tr key={line}>
                  <th scope="row">{line}</th>
                  <td className="mono">{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {unreadCount > unread.length && <p>… and {formatCount(unreadCount - unread.length)} more.</p>}
        </section>
      )}
      {others.length > 0 && <Issues issues={others} />}
      <p className="completeness-fingerprint">
        Fingerprint <span className="mono">{profile.fingerprint}</span>
      </p>
    </>
  )
}
