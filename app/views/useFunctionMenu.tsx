import { type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { type FunctionRow, labelsOf, type Profile, type VisibleGraph, visibleText } from '../../src/index.ts'
import { Menu } from '../ui/Menu.tsx'
import { functionMenu } from './functionMenu.ts'

/** A finger that stays so long, in ms, and so still, in px, asks for the menu. */
const HOLD = { time: 500, distance: 10 }

interface Place {
  x: number
  y: number
}

/**
 * The menu of a function: at a right click, at the menu keys, at M, and where a finger rests. `functionAt` tells what is
 * under an event, -1 for nothing, and where to open the menu if that is not where the pointer is.
 */
export function useFunctionMenu(
  profile: Profile | null,
  functionAt: (event: MouseEvent | KeyboardEvent | PointerEvent) => { fn: FunctionRow; at: Place } | null,
  graph?: VisibleGraph,
) {
  const [menu, setMenu] = useState<{ profile: Profile; fn: FunctionRow; at: Place } | null>(null)
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
    setMenu({ profile, fn: found.fn, at: isMouse ? { x: event.clientX, y: event.clientY } : found.at })
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
        items={functionMenu(profile, menu.fn, graph)}
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
