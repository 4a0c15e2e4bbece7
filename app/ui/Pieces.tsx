import type { Piece } from '../messages/first/en.ts'

/** A sentence of which some words look otherwise than the rest. */
export function Pieces({ of: pieces }: { of: readonly Piece[] }) {
  let place = 0
  return pieces.map(piece => {
    if (typeof piece === 'string') return piece
    place++
    if ('bold' in piece) return <b key={place}>{piece.bold}</b>
    if ('code' in piece) return <code key={place}>{piece.code}</code>
    const [Element, text] = 'name' in piece ? (['b', piece.name] as const) : (['span', piece.mono] as const)
    return (
      <Element key={place} className="mono">
        {text}
      </Element>
    )
  })
}
