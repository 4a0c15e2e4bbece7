import type { DiagnoseAnswer, Diagnosis } from '../../../src/index.ts'
import type { CardFormats, CardMessages, CardWords } from '../../messages/doctor/cards.ts'
import { cardFormats } from './cardFormats.ts'

/** The same, with what names are in full that are written shorter. */
interface CardInWords extends CardWords {
  full: ReadonlyMap<string, string>
}

/** A card in the words of a language. */
export function cardWords(card: Diagnosis, answer: Pick<DiagnoseAnswer, 'unit'>, messages: CardMessages): CardInWords {
  // The type of the table says that each entry takes the card whose name it has.
  const say = messages[card.card] as (card: Diagnosis, formats: CardFormats) => CardWords
  const full = new Map<string, string>()
  return { ...say(card, cardFormats(answer, full)), full }
}
