import type { WordFigures } from '../../../src/index.ts'
import type { LearnMessages, Word, WordFormats } from '../../messages/learn/learn.ts'
import { Sentences } from '../../ui/Sentences.tsx'
import type { Shown } from './useWordFigures.ts'

interface Props {
  of: Word
  words: LearnMessages
  /** What of the profile on screen shows it; null for the general words alone. */
  shown: Pick<Shown, 'figures' | 'formats'> | null
}

/** What a word means, and by figures on screen how that comes out. */
export function Explanation({ of: word, words, shown }: Props) {
  return (
    <>
      <p>
        <Sentences text={words.words[word].means} />
      </p>
      {shown?.figures.map(({ of, words: figures }) => {
        const says = showing(words, word, figures, shown.formats)
        return (
          says !== null && (
            <p key={of} className="word-shown">
              <b>{words[of]}</b> <Sentences text={says} />
            </p>
          )
        )
      })}
    </>
  )
}

const showing = <W extends Word>(
  { words }: LearnMessages,
  word: W,
  figures: Partial<WordFigures>,
  formats: WordFormats,
): string | null => {
  const found = figures[word]
  return found == null ? null : words[word].shows(found, formats)
}
