import type { BoxRow, FlameTable, FunctionRow, Profile } from '../../../../src/index.ts'
import { messages } from '../../../messages/messages.ts'
import { factLine } from '../../compared/comparedFigures.ts'
import { factsOf, formatAmount } from '../../flame/flameFacts.ts'
import { pathWord, type ShownSide } from '../../flame/shownSide.ts'

/**
 * What a box says when it is pointed at, line by line: its name, its time or calls on this path, how sure that is, and whatever
 * else the card on the page tells.
 */
export function boxWords(
  profile: Profile,
  table: FlameTable,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
  shown: ShownSide | null,
): string[] {
  const { title, least, most, certainty, figures, change } = factsOf(profile, table, nameOf, box, shown)
  const [[, onThisPath], ...others] = figures
  const written = (amount: number) => formatAmount(profile, table, amount)
  const { flame, takeaway } = messages()
  const sureness = {
    exact: flame.certainty.exact,
    assumed: flame.file.between(written(least), written(most)),
    summed: flame.file.summed,
    unknown: flame.file.unknown,
  }
  const path = shown ? pathWord(shown, box) : ''
  return [
    title,
    onThisPath,
    sureness[certainty],
    ...(path === '' ? [] : [path]),
    ...others.map(([name, value]) => takeaway.figureIs(name, value)),
    ...(change?.facts.map(factLine) ?? []),
    ...(change?.sentences ?? []),
  ]
}
