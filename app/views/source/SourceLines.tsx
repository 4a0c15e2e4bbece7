import type { FigureLine, Provenance, Span } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { goToLine } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'

interface Props extends Pick<Provenance, 'origin' | 'lines'> {
  /** Whether there is a report to go to. */
  linked: boolean
}

/** Lines of the report, the figures in them set off; each leads to where it stands. */
export function SourceLines({ origin, lines, linked }: Props) {
  const words = useMessages().source
  return (
    <section aria-label={words.lines[origin]}>
      <h4>{words.lines[origin]}</h4>
      {lines.length === 0 && <p>{words.noLines}</p>}
      <ul>
        {lines.map(line => (
          <li key={line.line} className="source-line">
            {linked ? (
              <button
                type="button"
                className="source-link"
                title={words.toLine(formatCount(line.line))}
                onClick={() => goToLine(line.line)}
              >
                {words.line(formatCount(line.line))}
              </button>
            ) : (
              <span>{words.line(formatCount(line.line))}</span>
            )}{' '}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
            <code className="mono" tabIndex={0}>
              {piecesOf(line).map(({ start, text, isFigure }) => (isFigure ? <b key={start}>{text}</b> : text))}
            </code>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Piece {
  start: number
  text: string
  isFigure: boolean
}

/** A line in pieces, blanks at its ends left out. */
function piecesOf({ text, figures }: FigureLine): Piece[] {
  const spans = [figures.total, figures.self, figures.children, figures.calls].filter(
    (span): span is Span => span !== undefined,
  )
  const pieces: Piece[] = []
  let from = text.length - text.trimStart().length
  for (const [start, end] of spans) {
    pieces.push({ start: from, text: text.slice(from, start), isFigure: false })
    pieces.push({ start, text: text.slice(start, end), isFigure: true })
    from = end
  }
  return [...pieces, { start: from, text: text.slice(from).trimEnd(), isFigure: false }]
}
