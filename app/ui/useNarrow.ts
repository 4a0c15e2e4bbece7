import { useSyncExternalStore } from 'react'

/** Below this width one panel shows at a time; the same number stands in the style sheets. */
const narrow = window.matchMedia('(max-width: 760px)')

const listen = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the window is too narrow for more than one panel. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches)
