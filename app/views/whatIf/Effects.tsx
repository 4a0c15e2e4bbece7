import { type Saving, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { choose } from '../../state/store.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { formatTimeRange } from './formatTimeRange.ts'

interface Props {
  id: string
  /** What the function is called that is supposed to be cheaper. */
  name: string
  saving: Saving
  unit: string
}

/** The functions whose totals fall most: before, after, and how far the difference may be from the truth. */
export function Effects({ id, name, saving: { effects, affected }, unit }: Props) {
  const words = useMessages().whatIf
  const { columns } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="what-if-effects" id={id} aria-label={words.effectsOf(name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.fn}</th>
            <th scope="col">{columns.before}</th>
            <th scope="col">{columns.after}</th>
            <th scope="col">{columns.saved}</th>
            <th scope="col" title={words.rangeHint}>
              {columns.range}
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map(({ fn, before, saved, range }) => (
            <tr key={fn}>
              <th scope="row">
                <button type="button" className="mono" onClick={() => choose(fn)}>
                  {visibleText(fn)}
                </button>
              </th>
              <td>{formatTime(before, unit)}</td>
              <td>{formatTime(Math.max(0, before - saved), unit)}</td>
              <td>
                <b>{formatTime(saved, unit)}</b>
              </td>
              <td>{formatTimeRange(range, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {affected > effects.length && (
        <p>{words.others(formatCount(affected - effects.length), affected - effects.length)}</p>
      )}
    </section>
  )
}
