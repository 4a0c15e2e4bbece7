import type { Disagreement } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { audit } from '../../state/derive.ts'
import { goToLine, showDoctor, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'

/** Disagreements that are told one by one. */
const MOST_TOLD = 50

/** Whether the figures of the report agree with one another, and the lines of those that do not. */
export function AuditStrip() {
  const answer = useApp(audit)
  const words = useMessages().doctor.audit
  if (!answer) return null
  const { checked, agreed, disagreements } = answer
  const isSound = agreed === checked
  return (
    <section className={`doctor-audit${isSound ? '' : ' at-risk'}`} aria-labelledby="doctor-audit">
      <h3 id="doctor-audit">{checked > 0 ? words.agree(formatCount(agreed), formatCount(checked)) : words.title}</h3>
      <p>{checked === 0 ? words.nothing : isSound ? words.why : words.doubt}</p>
      {!isSound && (
        <ul>
          {disagreements.slice(0, MOST_TOLD).map(each => (
            <li key={`${each.line} ${each.figure}`}>
              <LineButton line={each.line} />
              <span>
                {words.says(
                  words.figures[each.figure],
                  figureText(each.printed),
                  figureText(each.expected, each.slack),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {checked - agreed > MOST_TOLD && <p>{words.more(formatCount(checked - agreed - MOST_TOLD))}</p>}
    </section>
  )
}

/** In a few words, for where it is told what was found in a file; nothing until it is known. */
export function AuditWords() {
  const answer = useApp(audit)
  const words = useMessages().doctor.audit
  if (!answer || answer.checked === 0) return null
  return <p>{words.agree(formatCount(answer.agreed), formatCount(answer.checked))}</p>
}

function LineButton({ line }: Pick<Disagreement, 'line'>) {
  const narrow = useNarrow()
  const words = useMessages().doctor.audit
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        goToLine(line)
        if (narrow) showDoctor(false)
      }}
    >
      {words.line(formatCount(line))}
    </button>
  )
}

/** A figure as a report prints it: with two decimals if it has any, and with what it may be off by. */
export function figureText(figure: number, slack = 0): string {
  const text = Number.isInteger(figure) ? String(figure) : figure.toFixed(2)
  return slack > 0.005 ? `${text} ± ${slack.toFixed(2)}` : text
}
