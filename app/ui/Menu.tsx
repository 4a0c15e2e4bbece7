import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { placeMenu } from './placeMenu.ts'
import './Menu.css'

/** One row of a menu. */
export interface MenuItem {
  label: string
  /** Behind the label, in tertiary ink; for a disabled item the reason. */
  hint?: string
  icon?: IconName
  /** The keys that do the same without the menu, as they are written: `Shift F`. */
  shortcut?: string
  /** Shown and explained, but not to be chosen. */
  disabled?: boolean
  onSelect: () => void
}

interface Props {
  /** What a screen reader calls it. */
  label: string
  items: readonly MenuItem[]
  /** What it opens beside: an element, such as its button, or a point in client pixels. */
  at: Element | { x: number; y: number }
  /** Asked for when something was chosen, by Escape or Tab, and by anything that happens elsewhere. */
  onClose: () => void
}

/**
 * A menu. It is open as long as it is rendered; the keyboard moves into it and, when it closes, back to where it was.
 *
 * It is a popover that closes by its own rules. Left to the browser, a menu that opened while a mouse button was still
 * down would close as the button is let go, and a press on its own button would close and open it again.
 */
export function Menu({ label, items, at, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = menu.current
    const before = document.activeElement
    if (!element) return
    element.showPopover()
    itemsOf(element)[0]?.focus()
    return () => {
      if (element.contains(document.activeElement) && (before instanceof HTMLElement || before instanceof SVGElement))
        before.focus({ preventScroll: true })
    }
  }, [])

  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    const area = at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.x, at.y)
    const room = { width: window.innerWidth, height: window.innerHeight }
    const { left, top } = placeMenu(element.getBoundingClientRect(), area, room)
    element.style.left = `${Math.floor(left)}px`
    element.style.top = `${Math.floor(top)}px`
  })

  useEffect(() => {
    // A press on its own button is for the button to answer.
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && (menu.current?.contains(target) || (at instanceof Element && at.contains(target))))
        return
      onClose()
    }
    const kinds = ['pointerdown', 'wheel', 'resize'] as const
    for (const kind of kinds) window.addEventListener(kind, elsewhere, { capture: true, passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, elsewhere, { capture: true })
    }
  }, [at, onClose])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // No key means something to the page behind.
    event.stopPropagation()
    const all = itemsOf(event.currentTarget)
    const next = rowAfter(event.key, all.indexOf(document.activeElement as HTMLElement), all.length)
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (next >= 0) all[next].focus()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      popover="manual"
      onKeyDown={onKeyDown}
      onContextMenu={event => event.preventDefault()}
    >
      {items.map(item => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={item.disabled}
          onPointerMove={event => event.currentTarget.focus()}
          onClick={() => {
            if (item.disabled) return
            onClose()
            item.onSelect()
          }}
        >
          {item.icon && <Icon name={item.icon} />}
          <span className="menu-label">{item.label}</span>
          {item.hint && <span className="menu-hint">{item.hint}</span>}
          {item.shortcut && <kbd>{item.shortcut}</kbd>}
        </button>
      ))}
    </div>
  )
}

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')]

/** The row that a key leads to, round and round; -1 for keys that lead nowhere. */
function rowAfter(key: string, row: number, count: number): number {
  if (key === 'ArrowDown') return (row + 1) % count
  if (key === 'ArrowUp') return row <= 0 ? count - 1 : row - 1
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return -1
}
