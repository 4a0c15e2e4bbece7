import { printable } from '../../../src/index.ts'
import { sansWidth } from '../../ui/textWidth.ts'
import type { TextShape } from '../graph/shapes.ts'

export type Attributes = Readonly<Record<string, string | number | undefined>>

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML holds it, between tags or quotes. */
export const escaped = (text: string) => printable(text).replace(/[&<>"]/g, character => entities[character])

/** An element with what is in it, which is XML already; an attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) tag += ` ${key}="${typeof value === 'number' ? round(value) : escaped(value)}"`
  if (children.length === 0) return `${tag}/>`
  let content = ''
  for (const child of children) content += child // join would copy megabytes, once for each element around them
  return `${tag}>${content}</${name}>`
}

/** Hundredths of a pixel are enough for anybody. */
const round = (value: number) => Number(value.toFixed(2))

/** The numbers of a path, as exact as needed. */
export const rounded = (d: string) => d.replace(/-?\d+\.\d+(e-?\d+)?/g, number => String(round(Number(number))))

/**
 * A text that takes up the room it has in the faces of the page, whatever face it is set in. `before` is XML that stands
 * in front of it.
 */
export function textElement(
  {
    text,
    x,
    y = 0,
    anchor = 'start',
    size,
    width = sansWidth(text, size),
  }: Partial<TextShape<string>> & { text: string; x: number; size: number },
  attributes: Attributes,
  before = '',
): string {
  const places = { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor, 'font-size': size }
  const fit = { textLength: width, lengthAdjust: 'spacingAndGlyphs' }
  return element('text', { ...places, ...fit, ...attributes }, before + escaped(text))
}
