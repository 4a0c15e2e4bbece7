import './ChangeTable.css'
import { useMessages } from '../../messages/messages.ts'
import type { ChangeFact } from './comparedFigures.ts'

/** Figures of two profiles in a card, side by side, and what is to be known of them. */
export function ChangeTable({ facts, sentences }: { facts: readonly ChangeFact[]; sentences: readonly string[] }) {
  const { compare, pictures } = useMessages()
  return (
    <>
      <table className="change-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{compare.before}</th>
            <th scope="col">{compare.after}</th>
            <th scope="col">{pictures.change}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ what, before, after, difference }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{before}</td>
              <td>{after}</td>
              <td>{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
