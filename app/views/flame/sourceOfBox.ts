import type { BoxRow, FlameTable, Profile } from '../../../src/index.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { sourceOfCall } from '../source/sourceOfCall.ts'

/** Where the figures of the call come from that leads to a box; nothing for a root, and within what is no function. */
export function sourceOfBox(profile: Profile, { fn, parent, toward }: FlameTable, box: BoxRow): MenuItem[] {
  const outer = parent[box]
  if (outer < 0 || fn[box] < 0 || fn[outer] < 0) return []
  const [caller, callee] = toward === 'callers' ? [fn[box], fn[outer]] : [fn[outer], fn[box]]
  // S is of the function there.
  const { shortcut: _, ...item } = sourceOfCall(profile, caller, callee)
  return [item]
}
