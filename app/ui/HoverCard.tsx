import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface Props {
  /** A rectangle in client pixels that the card must not cover. */
  beside: { left: number; top: number; right: number; bottom: number }
  children: ReactNode
}

const GAP = 8

/** A card of 288 px beside what it explains: right of it if there is room, else left, kept inside the window. */
export function HoverCard({ beside, children }: Props) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = card.current
    if (!element) return
    const { width, height } = element.getBoundingClientRect()
    const fitsRight = beside.right + GAP + width <= window.innerWidth
    const left = fitsRight ? beside.right + GAP : Math.max(GAP, beside.left - GAP - width)
    const top = Math.min(Math.max(GAP, beside.top), window.innerHeight - height - GAP)
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
  })
  return (
    <div className="hover-card" role="tooltip" ref={card}>
      {children}
    </div>
  )
}
