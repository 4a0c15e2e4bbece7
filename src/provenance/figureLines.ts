import type { ReportText } from '../export/reportText.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import type { FigureLine } from './reportFigures.ts'

/** Of figures of any kind: where they stand in the report, and how they are to be read. */
export interface FigureLines {
  unit: Profile['unit']
  /** What the lines are of. */
  origin: ReportText['origin']
  lines: FigureLine[]
  /** What bins and records hold is divided by this: more than 1 for the mean of so many processes. */
  meanOf: number
}

export const figureLines = (
  { profile, meanOf = 1 }: ProfileRead,
  { origin }: ReportText,
  lines: FigureLine[],
): FigureLines => ({ unit: profile.unit, origin, lines, meanOf })
