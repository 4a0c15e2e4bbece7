import {
  type BoxRow,
  type ComparedSides,
  type FlameTable,
  type Profile,
  pathsOfSide,
  type Sides,
} from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'

/** Of two profiles that are compared, the side that a chart shows. */
export interface ShownSide {
  side: keyof Sides
  compared: ComparedSides
  /** By box: 1 where the other side does not have its path. */
  own: Uint8Array
}

/** Null for a chart of one profile, and until the two have been compared. */
export function shownSide(
  profile: Profile,
  table: FlameTable,
  compared: ComparedSides | null,
  side: keyof Sides | undefined,
): ShownSide | null {
  if (!compared || !side) return null
  return { side, compared, own: pathsOfSide(table, profile, compared[side === 'a' ? 'b' : 'a']) }
}

/** What is said of a box whose path the other side does not have; else nothing. */
export const pathWord = ({ side, own }: ShownSide, box: BoxRow): string =>
  own[box] ? messages().pictures.path[side === 'b' ? 'new' : 'gone'] : ''
