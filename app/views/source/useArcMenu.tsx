import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { type ArcRow, labelsOf, type Profile, SPONTANEOUS, visibleText } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { choose, trace } from '../../state/store.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { below } from '../useFunctionMenu.tsx'

/** The menu of the calls in an entry: at a right click, at the menu keys and at M. S asks for the source without it. */
export function useArcMenu(profile: Profile) {
  const [menu, setMenu] = useState<{ profile: Profile; arc: ArcRow; at: { x: number; y: number } } | null>(null)
  const labels = labelsOf(profile)
  const rowUnder = ({ target }: MouseEvent | KeyboardEvent) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-arc]') : null
  const traceArc = (arc: ArcRow) => {
    const { caller, callee } = profile.arcs
    trace({ fn: labels[callee[arc]], caller: caller[arc] === SPONTANEOUS ? null : labels[caller[arc]] })
  }
  const open = (event: MouseEvent | KeyboardEvent) => {
    const row = rowUnder(event)
    if (!row) return
    event.preventDefault()
    const isMouse = 'button' in event && event.button === 2
    setMenu({
      profile,
      arc: Number(row.dataset.arc),
      at: isMouse ? { x: event.clientX, y: event.clientY } : below(row),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowUnder(event)
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'm') open(event)
    else if (event.key === 's') {
      event.preventDefault()
      traceArc(Number(row.dataset.arc))
    }
  }
  const items = (arc: ArcRow): MenuItem[] => [
    { label: messages().source.menuOfArc, shortcut: 'S', onSelect: () => traceArc(arc) },
    ...[profile.arcs.caller[arc], profile.arcs.callee[arc]]
      .filter(fn => fn !== SPONTANEOUS)
      .map(fn => ({
        label: messages().source.choose(visibleText(labels[fn])),
        onSelect: () => choose(labels[fn]),
      })),
  ]
  return {
    arcEvents: { onContextMenu: open, onKeyDown },
    arcMenu: menu && menu.profile === profile && (
      <Menu label={messages().source.menuOfArc} items={items(menu.arc)} at={menu.at} onClose={() => setMenu(null)} />
    ),
  }
}
