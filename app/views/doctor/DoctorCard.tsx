import { memo } from 'react'
import type { DiagnoseAnswer, Diagnosis } from '../../../src/index.ts'
import type { CardMessages } from '../../messages/doctor/cards.ts'
import { useMessages } from '../../messages/messages.ts'
import { Sentences } from '../../ui/Sentences.tsx'
import { TraceButton } from '../source/TraceButton.tsx'
import { Command } from './Command.tsx'
import { cardWords } from './cardWords.ts'
import { PlaceButton } from './PlaceButton.tsx'

interface Props {
  card: Diagnosis
  /** Of the function that it leads to; empty for none. */
  label: string
  answer: DiagnoseAnswer
  words: CardMessages
}

/** What is the matter, the numbers that show it, why it is so, what mends it, and where it is to be seen. */
export const DoctorCard = memo(function DoctorCard({ card, label, answer, words }: Props) {
  const { doctor } = useMessages()
  const { title, evidence, rows = [], why, next, full } = cardWords(card, answer, words)
  return (
    <article className={`doctor-card${card.risk === 'amber' ? ' at-risk' : ''}`}>
      <h3>
        <Sentences text={title} full={full} />
        {card.risk === 'amber' && <em>{doctor.risk}</em>}
      </h3>
      {evidence.length + rows.length > 0 && (
        <div className="doctor-evidence">
          {evidence.map(sentence => (
            <p key={sentence}>
              <Sentences text={sentence} full={full} />
            </p>
          ))}
          {rows.length > 0 && (
            <ul>
              {rows.map(({ name, says }) => (
                <li key={name}>
                  <span>
                    <Sentences text={name} full={full} />
                  </span>
                  <span>
                    <Sentences text={says} full={full} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p>
        <Sentences text={why} full={full} />
      </p>
      {next !== undefined && (
        <p>
          <Sentences text={next} full={full} />
        </p>
      )}
      {card.command && <Command lines={card.command} />}
      {card.place && <PlaceButton place={card.place} label={label} />}
      <TraceButton fn={card.card === 'cycle' ? `<cycle ${card.number}>` : label} />
    </article>
  )
})
