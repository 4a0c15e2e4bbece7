// The profile in a page that Arcflame saved with it: base64url in a block that browsers neither run nor show. The viewer
// in the same file has these words in its code, too, but nowhere a whole block.

import type { Result } from '../issue.ts'
import { isWebPage } from '../parse/webPage.ts'
import { BLOCK } from './htmlFile.ts'
import { parseLink } from './link.ts'
import { say } from './sentences.ts'

/** The packed profile in a page of Arcflame; null for all other files. */
export function findEmbedded(name: string, bytes: Uint8Array): Result<Uint8Array> | null {
  if (!isWebPage(bytes)) return null
  const page = new TextDecoder('latin1').decode(bytes)
  const texts = Array.from(page.matchAll(new RegExp(BLOCK, 'g')), ([, text]) => text.trim())
  if (texts.length === 0) return null
  const block = texts.find(text => /^[\w-]+$/.test(text)) ?? (texts.includes('') ? '' : texts[texts.length - 1])
  if (block !== '') return parseLink(block)
  return { ok: false, errors: [{ code: 'empty', ...say('nothingEmbedded', { name }) }] }
}
