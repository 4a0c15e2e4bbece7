// What a file may be, by its beginning: enough to decide how it is to be read on. Its name is only for people.

import { isTar } from './archive/tar.ts'
import { tracesOfBsd } from './parse/gmonForm.ts'
import { utf16 } from './parse/normalise.ts'
import { isExecutable, isGmonOut } from './parse/otherKinds.ts'
import { isPacked } from './share/format.ts'

/** Bytes of a file that tell its kind. */
export const HEAD = 512

/** `other` has bytes that no text has. */
export type FileKind = 'program' | 'gmon' | 'packed' | 'gzip' | 'tar' | 'zip' | 'text' | 'other'

/** @param size Of the whole file, of which `head` has the first bytes. */
export function kindOfFile(head: Uint8Array, size: number): FileKind {
  if (isExecutable(head)) return 'program'
  if (isGmonOut(head) || tracesOfBsd(head, size)) return 'gmon'
  if (isPacked(head)) return 'packed'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (isZip(head)) return 'zip'
  if (isTar(head)) return 'tar'
  return head.includes(0) && !utf16(head) ? 'other' : 'text'
}

/** An archive with something in it begins with an entry, an empty one with its end. */
const isZip = (head: Uint8Array) =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
