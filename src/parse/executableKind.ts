// Executables that are not ELF, by the name a person would know them by.

import type { Said } from '../saying.ts'
import { textOf } from './byteReader.ts'
import { say } from './sentences.ts'

/** The sentence for a file that is not ELF; null for one that is. */
export function notElf(head: Uint8Array, size: number): Said | null {
  const magic = textOf(head.subarray(0, 4))
  if (magic === '\x7fELF') return null
  if (size === 0) return say('programEmpty')
  if (magic === 'gmon') return say('programIsGmon')
  const format = otherFormat(head)
  if (format) return say('programOther', { format: say(format) })
  if (textOf(head.subarray(0, 7)) === '!<arch>') return say('programIsLibrary')
  if (head[0] === 0x1f && head[1] === 0x8b) return say('programPacked')
  if (head[0] === 0x23 && head[1] === 0x21) return say('programIsScript')
  return say('noProgram')
}

function otherFormat(head: Uint8Array) {
  const word = head.length < 4 ? 0 : new DataView(head.buffer, head.byteOffset, 4).getUint32(0)
  if (word === 0xfeedface || word === 0xfeedfacf || word === 0xcefaedfe || word === 0xcffaedfe) return 'machO'
  if (word === 0xcafebabe || word === 0xcafebabf) return 'universalMachO'
  if (head[0] === 0x4d && head[1] === 0x5a) return 'pe'
  if (word >>> 16 === 0x01df || word >>> 16 === 0x01f7) return 'xcoff'
  if (word === 0x0061736d) return 'wasm'
  return null
}
