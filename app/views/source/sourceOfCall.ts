import { type FunctionRow, labelsOf, type Profile, SPONTANEOUS } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { trace } from '../../state/store.ts'
import type { MenuItem } from '../../ui/Menu.tsx'

/** Asks where the figures of a call come from; of one that no caller is known of, where those of the function do. */
export function sourceOfCall(profile: Profile, caller: FunctionRow, fn: FunctionRow): MenuItem {
  const labels = labelsOf(profile)
  return {
    label: messages().source.menuOfArc,
    shortcut: 'S',
    onSelect: () => trace({ fn: labels[fn], caller: caller === SPONTANEOUS ? null : labels[caller] }),
  }
}
