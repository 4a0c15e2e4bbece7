/** Text in which commands stand between backticks. */
export function Sentences({ text }: { text: string }) {
  let place = 0
  return text.split('`').map((piece, i) => {
    place += piece.length + 1
    return i % 2 === 0 ? piece : <code key={place}>{piece}</code>
  })
}
