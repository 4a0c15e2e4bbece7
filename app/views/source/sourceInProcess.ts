import type { FiguresAsked } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { traceInProcess } from '../../state/store.ts'
import type { MenuItem } from '../../ui/Menu.tsx'

/** Those of the profile as a whole. */
export const whole: FiguresAsked = { fn: '', caller: null }

/** Asks where the figures of a function come from in one process, by its label; an empty one stands for the whole. */
export const sourceInProcess = (process: string, fn: string): MenuItem => ({
  label: messages().source.menuOfProcess(process),
  onSelect: () => traceInProcess(process, { fn, caller: null }),
})
