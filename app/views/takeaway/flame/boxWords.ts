import type { BoxRow, FlameTable, FunctionRow, Profile } from '../../../../src/index.ts'
import { formatTime } from '../../../ui/format.ts'
import { factsOf } from '../../flame/flameFacts.ts'

/**
 * What a box says when it is pointed at, line by line: its name, its time on this path, how sure that is, and whatever
 * else the card on the page tells.
 */
export function boxWords(
  profile: Profile,
  table: FlameTable,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
): string[] {
  const { title, least, most, certainty, figures } = factsOf(profile, table, nameOf, box)
  const [[, onThisPath], ...others] = figures
  const sureness = {
    exact: 'exact',
    assumed: `assumed, between ${formatTime(least, profile.unit)} and ${formatTime(most, profile.unit)}`,
    summed: 'summed, too narrow to draw one by one',
    unknown: 'who spent it is not known',
  }
  return [title, onThisPath, sureness[certainty], ...others.map(([name, value]) => `${name}: ${value}`)]
}
