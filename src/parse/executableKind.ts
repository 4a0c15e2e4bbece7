// Executables that are not ELF, by the name a person would know them by.

import { textOf } from './byteReader.ts'

/** The sentence for a file that is not ELF; null for one that is. */
export function notElf(head: Uint8Array, size: number): string | null {
  const magic = textOf(head.subarray(0, 4))
  if (magic === '\x7fELF') return null
  if (size === 0) return 'The executable is empty: 0 bytes.'
  if (magic === 'gmon') return 'This is a gmon.out, not the executable that wrote it. Give both.'
  const format = otherFormat(head)
  if (format)
    return `This executable is ${format}, and Arcflame reads symbols from ELF files only: run gprof where the program was built, and open what it prints.`
  if (textOf(head.subarray(0, 7)) === '!<arch>')
    return 'This is a library archive (.a): object files before they are linked, without the addresses they ran at. Give the program that was linked from it and wrote gmon.out.'
  if (head[0] === 0x1f && head[1] === 0x8b)
    return 'This file is packed with gzip. Unpack it with gunzip and give the executable that is in it.'
  if (head[0] === 0x23 && head[1] === 0x21)
    return 'This is a script, not an executable. Behind it may be a program built with -pg: give that one.'
  return 'This is not an executable: it does not begin with 7f 45 4c 46 (ELF). Give the program that was built with -pg and wrote gmon.out.'
}

function otherFormat(head: Uint8Array): string | null {
  const word = head.length < 4 ? 0 : new DataView(head.buffer, head.byteOffset, 4).getUint32(0)
  if (word === 0xfeedface || word === 0xfeedfacf || word === 0xcefaedfe || word === 0xcffaedfe)
    return 'a Mach-O file (macOS)'
  if (word === 0xcafebabe || word === 0xcafebabf) return 'a universal Mach-O file (macOS) or a Java class'
  if (head[0] === 0x4d && head[1] === 0x5a) return 'a PE file (Windows)'
  if (word >>> 16 === 0x01df || word >>> 16 === 0x01f7) return 'an XCOFF file (AIX)'
  if (word === 0x0061736d) return 'a WebAssembly module'
  return null
}
