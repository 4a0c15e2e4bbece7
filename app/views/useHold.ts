import { type PointerEvent, useCallback, useEffect, useRef } from 'react'

/** A finger that stays so long, in ms, and so still, in px, asks for the menu. */
const HOLD = { time: 500, distance: 10 }

/** What a finger asks for that rests where an event was; null for nothing. */
export type OnHold = (event: PointerEvent) => (() => void) | null

/** Does what a finger asks for that rests on something. Not all browsers take that for a right click. */
export function useHold(askedAt: OnHold) {
  const hold = useRef<{ timer: number; x: number; y: number } | null>(null)
  const letGo = useCallback(() => {
    clearTimeout(hold.current?.timer)
    hold.current = null
  }, [])
  useEffect(() => letGo, [letGo])
  const press = (event: PointerEvent) => {
    letGo()
    const asked = event.pointerType === 'touch' && event.isPrimary ? askedAt(event) : null
    if (!asked) return
    const timer = window.setTimeout(() => {
      hold.current = null
      swallowClick()
      asked()
    }, HOLD.time)
    hold.current = { timer, x: event.clientX, y: event.clientY }
  }
  const move = ({ clientX, clientY }: PointerEvent) => {
    const from = hold.current
    if (from && Math.hypot(clientX - from.x, clientY - from.y) > HOLD.distance) letGo()
  }
  return {
    letGo,
    /** For the element that holds what a finger may rest on. */
    holdEvents: {
      onPointerDown: press,
      onPointerMoveCapture: move,
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
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
