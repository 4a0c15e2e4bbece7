import { useMemo } from 'react'
import { orderByChange, type SideFigures, type WordFigures, wordFigures, wordsOfFunction } from '../../../src/index.ts'
import type { WordFormats } from '../../messages/learn/learn.ts'
import { chosenRow, comparison, isComparing, nameOf, profileShown } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { cardFormats } from '../doctor/cardFormats.ts'

export interface Shown {
  /** What words are shown by; of two profiles that are compared, before and after. */
  figures: { of: 'here' | 'before' | 'after'; words: Partial<WordFigures> }[]
  formats: WordFormats
  /** The function whose figures they are, as far as it has them: as code. */
  name: string
  isChosen: boolean
}

/** Figures on screen that show what words mean; null where nothing is open, or two are being compared. */
export function useWordFigures(): Shown | null {
  const profile = useApp(profileShown)
  const comparing = useApp(isComparing)
  const compared = useApp(comparison)
  const chosen = useApp(chosenRow)
  const named = useApp(nameOf)
  return useMemo(() => {
    if (!profile) return null
    const cards = cardFormats(profile)
    const formats = { ...cards, name: (fn: number) => cards.code(named(fn)) }
    const shown = (figures: Shown['figures'], fn: number) => ({
      ...{ figures, formats },
      ...{ name: formats.name(fn), isChosen: chosen >= 0 },
    })
    if (!comparing) {
      const words = wordFigures(profile, chosen)
      return shown([{ of: 'here', words }], chosen >= 0 ? chosen : (words.self?.fn ?? words.calls?.fn ?? 0))
    }
    if (!compared) return null
    const fn = chosen >= 0 ? chosen : (orderByChange(compared.self)[0] ?? 0)
    const wordsOf = (side: SideFigures) => wordsOfFunction(side, amounts => (amounts[fn] > 0 ? fn : -1))
    return shown(
      [
        { of: 'before', words: wordsOf(compared.a) },
        { of: 'after', words: wordsOf(compared.b) },
      ],
      fn,
    )
  }, [profile, comparing, compared, chosen, named])
}
