import type { WordFigures } from '../../../src/index.ts'
import type { LearnMessages, Word, WordFormats } from '../../messages/learn/learn.ts'
import { Sentences } from '../../ui/Sentences.tsx'

interface Props {
  of: Word
  words: LearnMessages
  /** What of the profile on screen shows it; null for the general words alone. */
  shown: { figures: WordFigures; formats: WordFormats } | null
}

/** What a word means, and by figures on screen how that comes out. */
export function Explanation({ of: word, words, shown }: Props) {
  const says = shown && showing(words, word, shown.figures, shown.formats)
  return (
    <>
      <p>
        <Sentences text={words.words[word].means} />
      </p>
      {says !== null && (
        <p className="word-shown">
          <b>{words.here}</b> <Sentences text={says} />
        </p>
      )}
    </>
  )
}

const showing = <W extends Word>(
  { words }: LearnMessages,
  word: W,
  figures: WordFigures,
  formats: WordFormats,
): string | null => {
  const found = figures[word]
  return found === null ? null : words[word].shows(found, formats)
}
