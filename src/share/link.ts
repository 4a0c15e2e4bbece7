// Bytes as text that may stand in a link: base64 with the letters of RFC 4648 §5, `-` and `_` for `+` and `/`, and
// without the `=` at the end, which chats leave off.

import type { Issue, Result } from '../issue.ts'
import type { Said } from '../saying.ts'
import { say } from './sentences.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const valueOfLetter = new Int8Array(128).fill(-1)
for (let value = 0; value < LETTERS.length; value++) valueOfLetter[LETTERS.charCodeAt(value)] = value

/** How many characters so many bytes take. */
export const linkLength = (bytes: number): number => Math.ceil((bytes * 4) / 3)

/** Bytes as base64url. */
export function printLink(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let i = 0; i < Math.min(4, bytes.length - at + 1); i++) parts.push(LETTERS[(three >> (18 - 6 * i)) & 63])
  }
  return parts.join('')
}

/** The bytes of a base64url text; a sentence with the place where it is none. */
export function parseLink(text: string): Result<Uint8Array<ArrayBuffer>> {
  const wrong = text.search(/[^\w-]/)
  if (wrong >= 0) return failed(say('linkOdd', { at: wrong + 1, letter: [...text.slice(wrong, wrong + 2)][0] }), wrong)
  if (text.length % 4 === 1) return failed(say('linkCut', { length: text.length }), text.length)
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  for (let at = 0, to = 0; at < text.length; at += 4) {
    const letter = (i: number) => (at + i < text.length ? valueOfLetter[text.charCodeAt(at + i)] : 0)
    const three = (letter(0) << 18) | (letter(1) << 12) | (letter(2) << 6) | letter(3)
    for (let i = 0; i < 3 && to < bytes.length; i++) bytes[to++] = (three >> (16 - 8 * i)) & 0xff
  }
  return { ok: true, value: bytes, warnings: [] }
}

const failed = (said: Said, byte: number): { ok: false; errors: Issue[] } => ({
  ok: false,
  errors: [{ code: 'damaged', ...said, at: { byte } }],
})
