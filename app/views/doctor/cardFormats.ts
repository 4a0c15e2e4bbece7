import { type DiagnoseAnswer, foldName, shortName, visibleText } from '../../../src/index.ts'
import type { CardFormats } from '../../messages/doctor/cards.ts'
import { formatCount, formatPercent, formatPlaces, formatTime, THIN } from '../../ui/format.ts'

/** Names of C++ with more characters are short ones, and whatever is longer than the latter is folded. */
const LONG_NAME = 32
const LONGEST_NAME = 60

/**
 * How cards write the figures of a profile: as all views do.
 *
 * @param full Is given what a name is in full that is written otherwise.
 */
export const cardFormats = (
  { unit }: Pick<DiagnoseAnswer, 'unit'>,
  full: Map<string, string> = new Map(),
): CardFormats => ({
  time: amount => formatTime(amount, unit),
  seconds: amount => formatTime(amount, 'seconds'),
  share: share => `${formatPercent(share)}${THIN}%`,
  count: formatCount,
  decimal: value => formatPlaces(value, 1),
  code: name => {
    const visible = visibleText(name)
    const short = visible.length > LONG_NAME ? shortName(visible) : visible
    const written =
      [short, visible].map(inCode).find(each => (full.get(each) ?? visible) === visible) ?? inCode(visible)
    if (written !== visible) full.set(written, visible)
    return `\`${written}\``
  },
})

/** A backtick within a name would end the code. */
const inCode = (name: string) => foldName(name, LONGEST_NAME).replaceAll('`', '’')
