import { type ReactNode, useState } from 'react'
import type { DiagnoseAnswer, Diagnosis } from '../../../src/index.ts'
import { useCardMessages, useMessages } from '../../messages/messages.ts'
import { diagnosis, isComparing } from '../../state/derive.ts'
import { showDoctor, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Sentences } from '../../ui/Sentences.tsx'
import { Command } from './Command.tsx'
import { cardWords } from './cardWords.ts'
import { PlaceButton } from './PlaceButton.tsx'

/** Cards of what leaves views empty, or makes all of them mislead. */
const urgent: ReadonlySet<Diagnosis['card']> = new Set([
  'wrongExecutable',
  'movedProgram',
  'badRange',
  'nothingRecorded',
  'noSamples',
  'noArcs',
  'stripped',
  'cutListing',
  'onePart',
  'oddRate',
  'countedTwice',
  'fullBins',
  'forks',
  'threads',
])
/** Cards of what looks wrong to whoever sees it first, and is not. */
const puzzling: ReadonlySet<Diagnosis['card']> = new Set(['translated', 'inherited'])
const ofPairs: ReadonlySet<Diagnosis['card']> = new Set(['wrongExecutable', 'movedProgram'])

/**
 * What must not be overlooked about a profile, in a few words under the top bar, with what to do next; the Doctor has all.
 * `children`: what to do about a pair that does not fit.
 */
export function FirstFinding({ children }: { children: ReactNode }) {
  const answer = useApp(diagnosis)
  const isOpen = useApp(state => state.view.doctor)
  const [dismissed, setDismissed] = useState<DiagnoseAnswer>()
  const comparing = useApp(isComparing)
  const { doctor } = useMessages()
  const words = useCardMessages()
  const card = answer?.cards.find(({ card, risk }) => (risk === 'amber' && urgent.has(card)) || puzzling.has(card))
  if (!answer || !card || !words || isOpen || answer === dismissed) return null
  const { title, evidence, next, full } = cardWords(card, answer, words)
  const count = answer.cards.length
  return (
    <Notice
      tone={card.risk === 'amber' ? 'warn' : 'plain'}
      role={card.risk === 'amber' ? 'alert' : 'status'}
      onDismiss={() => setDismissed(answer)}
    >
      <div className="first-finding">
        <p>
          <b>
            <Sentences text={title} full={full} />
          </b>
          {comparing && <span>{doctor.ofAfter}</span>}
          <span className="wide-only">
            <Sentences text={evidence.join(' ')} full={full} />
          </span>
        </p>
        {next !== undefined && (
          <p>
            <Sentences text={next} full={full} />
          </p>
        )}
        {card.command && <Command lines={card.command} />}
        {ofPairs.has(card.card) && children}
      </div>
      {card.place?.kind === 'without' && <PlaceButton place={card.place} label="" />}
      <button type="button" className="button outlined" onClick={() => showDoctor(true)}>
        {doctor.why(formatCount(count - 1), count)}
      </button>
    </Notice>
  )
}
