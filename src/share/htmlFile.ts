// The viewer as one HTML file, with a profile in it: the template that is built has an empty block for it.

import { printLink } from './link.ts'

/** What a file brings with it. */
export interface HtmlContents {
  /** The packed profile. */
  packed: Uint8Array
  /** What the profile is called, for people. */
  name: string
  /** The view that the file opens with: what stands behind the `#` in links. It should name the profile by its fingerprint. */
  fragment: string
}

/** The block, and what is in it. Written out by an older browser, attributes may hold `<` and `>` as they are. */
export const BLOCK = /<script type="application\/x-arcflame" id="embedded"(?: [\w-]+="[^"]*"){0,8}>([^<>]*)<\/script>/

/**
 * Puts a profile into the one file; into an empty one, or in place of the one that is there.
 *
 * @throws Error where the text is not that file.
 */
export function fillHtml(template: string, { packed, name, fragment }: HtmlContents): string {
  const found = BLOCK.exec(template)
  if (!found) throw new Error('This is not Arcflame as one HTML file: it has no block for a profile.')
  const before = template.slice(0, found.index)
  const after = template.slice(found.index + found[0].length)
  return `${before}<script type="application/x-arcflame" id="embedded" data-view="${escaped(fragment)}" data-name="${escaped(name)}">${printLink(packed)}</script>${after}`
}

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&"<>]/g, letter => entities[letter])
