import { useEffect, useState } from 'react'
import type { Answer, Options, Question } from '../../../src/index.ts'
import { ask, type Source } from '../../state/reader.ts'

/** What came of a question; null while it is being answered. */
export type Answered<Q extends Question> = { answer: Answer<Q> } | { error: string } | null

/** Asks the reader, again whenever the question is another one. */
export function useAnswer<Q extends Question>(kind: Q, source: Source, options: Options<Q>): Answered<Q> {
  const [answered, setAnswered] = useState<Answered<Q>>(null)
  useEffect(() => {
    let isLatest = true
    setAnswered(null)
    ask(kind, source, options).then(
      answer => isLatest && setAnswered({ answer }),
      (error: unknown) => isLatest && setAnswered({ error: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      isLatest = false
    }
  }, [kind, source, options])
  return answered
}
