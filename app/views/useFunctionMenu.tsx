import { type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useState } from 'react'
import { type FunctionRow, labelsOf, type Profile, type VisibleGraph, visibleText } from '../../src/index.ts'
import { trace } from '../state/store.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { functionMenu } from './functionMenu.ts'
import { type OnHold, useHold } from './useHold.ts'

interface Place {
  x: number
  y: number
}

/** A function under an event, -1 for none, and where to open its menu if that is not where the pointer is. */
interface Found {
  fn: FunctionRow
  at: Place
  /** Other sources that the figures there have. */
  more?: readonly MenuItem[]
}

/**
 * The menu of a function: at a right click, at the menu keys, at M, and where a finger rests. `functionAt` tells whose, and `othersAt` what
 * else a finger may rest on.
 */
export function useFunctionMenu(
  profile: Profile | null,
  functionAt: (event: MouseEvent | KeyboardEvent | PointerEvent) => Found | null,
  graph?: VisibleGraph,
  othersAt?: OnHold,
) {
  const [menu, setMenu] = useState<(Found & { profile: Profile }) | null>(null)
  const close = useCallback(() => setMenu(null), [])
  const { letGo, holdEvents } = useHold(event => {
    const found = functionAt(event)
    if (!found || !profile || found.fn < 0) return othersAt?.(event) ?? null
    return () => setMenu({ profile, ...found })
  })

  const open = (event: MouseEvent | KeyboardEvent): boolean => {
    const found = functionAt(event)
    if (!found || !profile || found.fn < 0) return false
    event.preventDefault()
    letGo()
    // From the keyboard there is no place that was pointed at.
    const isMouse = 'button' in event && event.button === 2
    setMenu({ ...found, profile, at: isMouse ? { x: event.clientX, y: event.clientY } : found.at })
    return true
  }
  const key = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'm') return open(event)
    const found = event.key === 's' ? functionAt(event) : null
    if (!found || !profile || found.fn < 0) return false
    event.preventDefault()
    trace({ fn: labelsOf(profile)[found.fn], caller: null })
    return true
  }
  return {
    /** Opens it at an event, if a function is there; tells whether one was. */
    openMenu: open,
    /** The keys of a function that the keyboard is at: M for the menu, S for the source of its figures. */
    functionKey: key,
    /** For the element that holds the functions. */
    menuEvents: { onContextMenu: open, ...holdEvents },
    menu: menu && menu.profile === profile && (
      <Menu
        label={visibleText(labelsOf(profile)[menu.fn])}
        items={functionMenu(profile, menu.fn, graph, menu.more)}
        at={menu.at}
        onClose={close}
      />
    ),
  }
}

/** Where to open a menu that belongs to an element: under its left end. */
export const below = (element: Element): Place => {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom + 4 }
}
