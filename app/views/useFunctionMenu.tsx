import { type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { type FunctionRow, labelsOf, type Profile, type VisibleGraph, visibleText } from '../../src/index.ts'
import { trace } from '../state/store.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { functionMenu } from './functionMenu.ts'

/** A finger that stays so long, in ms, and so still, in px, asks for the menu. */
const HOLD = { time: 500, distance: 10 }

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

/** The menu of a function: at a right click, at the menu keys, at M, and where a finger rests. `functionAt` tells whose. */
export function useFunctionMenu(
  profile: Profile | null,
  functionAt: (event: MouseEvent | KeyboardEvent | PointerEvent) => Found | null,
  graph?: VisibleGraph,
) {
  const [menu, setMenu] = useState<(Found & { profile: Profile }) | null>(null)
  const close = useCallback(() => setMenu(null), [])
  const hold = useRef<{ timer: number; from: Place } | null>(null)
  const letGo = useCallback(() => {
    clearTimeout(hold.current?.timer)
    hold.current = null
  }, [])
  useEffect(() => letGo, [letGo])

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
  const press = (event: PointerEvent) => {
    letGo()
    const found = event.pointerType === 'touch' && event.isPrimary ? functionAt(event) : null
    if (!found || !profile || found.fn < 0) return
    const timer = window.setTimeout(() => {
      hold.current = null
      swallowClick()
      setMenu({ profile, ...found })
    }, HOLD.time)
    hold.current = { timer, from: { x: event.clientX, y: event.clientY } }
  }
  const move = ({ clientX, clientY }: PointerEvent) => {
    const from = hold.current?.from
    if (from && Math.hypot(clientX - from.x, clientY - from.y) > HOLD.distance) letGo()
  }
  return {
    /** Opens it at an event, if a function is there; tells whether one was. */
    openMenu: open,
    /** The keys of a function that the keyboard is at: M for the menu, S for the source of its figures. */
    functionKey: key,
    /** For the element that holds the functions. */
    menuEvents: {
      onContextMenu: open,
      onPointerDown: press,
      onPointerMoveCapture: move,
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
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

/** The click of a finger that is lifted after its menu has opened is no choice, whatever the menu has put under it. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
    end()
  }
  const end = () => {
    window.removeEventListener('click', swallow, true)
    window.removeEventListener('pointerdown', end, true)
  }
  window.addEventListener('click', swallow, true)
  window.addEventListener('pointerdown', end, true)
}

/** Where to open a menu that belongs to an element: under its left end. */
export const below = (element: Element): Place => {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom + 4 }
}
