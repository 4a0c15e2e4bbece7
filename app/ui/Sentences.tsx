interface Props {
  text: string
  /** What names are in full that are written shorter. */
  full?: ReadonlyMap<string, string>
}

/** Text in which commands and names stand between backticks. */
export function Sentences({ text, full }: Props) {
  let place = 0
  return text.split('`').map((piece, i) => {
    place += piece.length + 1
    if (i % 2 === 0) return piece
    return (
      <code key={place} title={full?.get(piece)}>
        {piece}
      </code>
    )
  })
}
