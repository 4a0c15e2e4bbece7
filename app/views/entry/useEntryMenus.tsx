import type { KeyboardEvent, MouseEvent } from 'react'
import type { Profile } from '../../../src/index.ts'
import { useArcMenu } from '../source/useArcMenu.tsx'
import { below, useFunctionMenu } from '../useFunctionMenu.tsx'

const rowAt = ({ target }: { target: EventTarget }, of: '[data-arc]' | '[data-fn]') =>
  target instanceof Element ? target.closest<HTMLElement>(of) : null

/** The menus of rows in an entry: of calls, which have `data-arc`, and of functions, which have `data-fn`. */
export function useEntryMenus(profile: Profile) {
  const { arcEvents, onArcHold, arcMenu } = useArcMenu(profile, event => {
    const row = rowAt(event, '[data-arc]')
    return row && { arc: Number(row.dataset.arc), at: below(row) }
  })
  const { functionKey, menuEvents, menu } = useFunctionMenu(
    profile,
    event => {
      const row = rowAt(event, '[data-fn]')
      return row && { fn: Number(row.dataset.fn), at: below(row) }
    },
    undefined,
    onArcHold,
  )
  return {
    menuEvents: {
      ...menuEvents,
      onContextMenu(event: MouseEvent) {
        arcEvents.onContextMenu(event)
        menuEvents.onContextMenu(event)
      },
      onKeyDown(event: KeyboardEvent) {
        arcEvents.onKeyDown(event)
        functionKey(event)
      },
    },
    menus: (
      <>
        {arcMenu}
        {menu}
      </>
    ),
  }
}
