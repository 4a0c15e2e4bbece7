import type { QuotedLine } from '../../profile.ts'
import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** Lines within the tables that are no rows of any gprof that is known. */
export interface UnreadLines extends Card<'unreadLines'> {
  lines: number
  first: QuotedLine
}

export function unreadLines({ profile }: DiagnosisInput): UnreadLines | null {
  const { unread, unreadCount } = profile.completeness
  if (unreadCount === 0) return null
  const [first] = unread
  return {
    card: 'unreadLines',
    risk: 'note',
    share: 0,
    lines: unreadCount,
    first,
    place: { kind: 'line', line: first.line },
  }
}
