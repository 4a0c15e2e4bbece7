import { type DiagnoseAnswer, foldName, visibleText } from '../../../src/index.ts'
import type { CardFormats } from '../../messages/doctor/cards.ts'
import { formatCount, formatPercent, formatPlaces, formatTime, THIN } from '../../ui/format.ts'

const LONGEST_NAME = 60

/** How cards write the figures of a profile: as all views do. */
export const cardFormats = ({ unit }: Pick<DiagnoseAnswer, 'unit'>): CardFormats => ({
  time: amount => formatTime(amount, unit),
  seconds: amount => formatTime(amount, 'seconds'),
  share: share => `${formatPercent(share)}${THIN}%`,
  count: formatCount,
  decimal: value => formatPlaces(value, 1),
  // A backtick within a name would end the code.
  code: name => `\`${foldName(visibleText(name), LONGEST_NAME).replaceAll('`', '’')}\``,
})
