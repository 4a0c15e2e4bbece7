// How wide a text is, without a screen to measure it on: in the faces that the page brings, and near enough in others.

/**
 * Whether a character is an ideograph, an emoji or the like: as wide as high. Dashes, dots and quotation marks are not: the
 * faces of the page have them.
 */
const isWide = (character: string): boolean => character >= '\u1100' && !(character >= '\u2000' && character < '\u2070')

/** Width in the face of names, whose characters are half as wide as high. Exact for Latin letters. */
export function monoWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += isWide(character) ? size : size / 2
  return width
}

/** Width of characters in the face of figures at medium weight, as a part of the size; figures all have the same. */
const classes: [part: number, characters: string][] = [
  [0.14, '\u202f'],
  [0.26, ' Iijl'],
  [0.31, ".,:;!'|`·"],
  [0.37, '()[]/\\frt'],
  [0.46, '-^_*"'],
  [0.5, '?s{}'],
  [0.56, 'Jacekvxyz≈'],
  [0.61, 'bdghnopquFELµ'],
  [0.64, '0123456789BPRSTZ'],
  [0.67, '#$&+<=>~±×AKVXY'],
  [0.74, 'CDGHNOQU'],
  [0.84, 'w↻'],
  [0.9, 'mM…'],
  [1, '%@W→'],
]
const partOf = new Map(classes.flatMap(([part, characters]) => [...characters].map(one => [one, part] as const)))

/** Width in the face of figures and sentences, within a few percent. */
export function sansWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += size * (partOf.get(character) ?? (isWide(character) ? 1 : 0.62))
  return width
}

/** As much of a text in that face as there is room for, with an ellipsis for what is cut off. */
export function fitSans(text: string, size: number, room: number): string {
  if (sansWidth(text, size) <= room) return text
  const characters = [...text]
  while (characters.length > 0 && sansWidth(`${characters.join('')}…`, size) > room) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
