import { useMemo } from 'react'
import { type WordFigures, wordFigures } from '../../../src/index.ts'
import type { WordFormats } from '../../messages/learn/learn.ts'
import { chosenRow, isComparing, nameOf, profileShown } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { cardFormats } from '../doctor/cardFormats.ts'

interface Shown {
  figures: WordFigures
  formats: WordFormats
  /** The function whose figures they are, as far as it has them: as code. */
  name: string
  isChosen: boolean
}

/** Figures on screen that show what words mean; null where nothing is open, or two are compared, each with its own. */
export function useWordFigures(): Shown | null {
  const profile = useApp(profileShown)
  const comparing = useApp(isComparing)
  const chosen = useApp(chosenRow)
  const named = useApp(nameOf)
  return useMemo(() => {
    if (!profile || comparing) return null
    const figures = wordFigures(profile, chosen)
    const cards = cardFormats(profile)
    const formats = { ...cards, name: (fn: number) => cards.code(named(fn)) }
    const fn = chosen >= 0 ? chosen : (figures.self?.fn ?? figures.calls?.fn ?? 0)
    return { figures, formats, name: formats.name(fn), isChosen: chosen >= 0 }
  }, [profile, comparing, chosen, named])
}
