// A flame chart as the stacks that other programs know: frames that open, hold others, and close. A stack has no word
// for "n more", so what is not drawn is a frame of that name, and no time is left out; of an unfolded "n more" only the
// rest is. Neither can it say what is certain and what assumed: that is lost.

import { labelOfBox } from '../layout/flameBoxes.ts'
import { BoxKind, endOf, type FlameTable, firstBelow, kindOf, levelEnd } from '../layout/flameTable.ts'
import type { Profile } from '../profile.ts'
import { labelsOf } from '../query/names.ts'

/** One chart and the profile that it is of. */
export interface Chart {
  profile: Profile
  table: FlameTable
}

/** Places are shares of all time, and never less than the one before. */
export interface FrameVisitor {
  open(name: string, at: number): void
  /** The frame that was opened last. `own` is the part of it that is in none that it held. */
  close(name: string, at: number, own: number): void
}

/** Opens and closes all frames of a chart, from left to right. */
export function walkFrames({ profile, table }: Chart, { open, close }: FrameVisitor): void {
  const labels = labelsOf(profile)
  const first = firstBelow(table)
  let at = 0
  const sum = (count: number, width: number, end: number) => {
    if (count === 0) return
    const name = `(${count} more)`
    open(name, at)
    const own = Math.max(0, Math.min(end - at, width))
    at += own
    close(name, at, own)
  }
  /** Boxes on the way down, and for each which box below it is next, how many of those "n more" has were drawn, and its end. */
  const path: { box: number; next: number; drawn: number; end: number }[] = []
  const enter = (box: number, end: number) => {
    at = Math.max(at, Math.min(table.start[box], end))
    if (kindOf(table, box) !== BoxKind.more) open(labelOfBox(table, profile, labels, box), at)
    path.push({ box, next: first[box], drawn: 0, end: Math.max(at, Math.min(endOf(table, box), end)) })
  }
  const leave = ({ box, drawn, end }: (typeof path)[0]) => {
    const isMore = kindOf(table, box) === BoxKind.more
    sum(table.count[box] - (isMore ? drawn : 0), table.undrawn[box] * table.width[box], end)
    const own = end - at
    at = end
    if (!isMore) close(labelOfBox(table, profile, labels, box), at, own)
  }
  const roots = levelEnd(table, 0)
  for (let root = 0; root < roots; root++) {
    enter(root, 1)
    while (path.length > 0) {
      const top = path[path.length - 1]
      if (top.next < first[top.box + 1]) {
        const box = top.next++
        top.drawn += kindOf(table, box) === BoxKind.more ? table.count[box] : 1
        enter(box, top.end)
      } else {
        path.pop()
        leave(top)
      }
    }
  }
  sum(table.undrawnRoots.count, table.undrawnRoots.width, 1)
}
