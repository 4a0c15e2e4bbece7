import { type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useState } from 'react'
import { type ArcRow, labelsOf, type Profile, SPONTANEOUS, visibleText } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { choose } from '../../state/store.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { sourceOfCall } from './sourceOfCall.ts'

/** A call under an event, and where to open its menu if that is not where the pointer is. */
interface Found {
  arc: ArcRow
  at: { x: number; y: number }
}

/** The menu of a call: at a right click, at the menu keys and at M. S asks for the source without it. `arcAt` tells whose. */
export function useArcMenu(
  profile: Profile | null,
  arcAt: (event: MouseEvent | KeyboardEvent | PointerEvent) => Found | null,
) {
  const [menu, setMenu] = useState<(Found & { profile: Profile }) | null>(null)
  const close = useCallback(() => setMenu(null), [])
  const open = (event: MouseEvent | KeyboardEvent) => {
    const found = arcAt(event)
    if (!found || !profile) return
    event.preventDefault()
    const isMouse = 'button' in event && event.button === 2
    setMenu({ ...found, profile, at: isMouse ? { x: event.clientX, y: event.clientY } : found.at })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'm') open(event)
    const found = event.key === 's' ? arcAt(event) : null
    if (!found || !profile) return
    event.preventDefault()
    sourceOfCall(profile, profile.arcs.caller[found.arc], profile.arcs.callee[found.arc]).onSelect()
  }
  return {
    arcEvents: { onContextMenu: open, onKeyDown },
    /** Where a finger rests. */
    onArcHold(event: PointerEvent) {
      const found = arcAt(event)
      return found && profile && (() => setMenu({ ...found, profile }))
    },
    arcMenu: menu && menu.profile === profile && (
      <Menu label={messages().source.menuOfArc} items={itemsOf(menu.profile, menu.arc)} at={menu.at} onClose={close} />
    ),
  }
}

function itemsOf(profile: Profile, arc: ArcRow): MenuItem[] {
  const { caller, callee } = profile.arcs
  const labels = labelsOf(profile)
  return [
    sourceOfCall(profile, caller[arc], callee[arc]),
    ...[caller[arc], callee[arc]]
      .filter(fn => fn !== SPONTANEOUS)
      .map(fn => ({ label: messages().source.choose(visibleText(labels[fn])), onSelect: () => choose(labels[fn]) })),
  ]
}
