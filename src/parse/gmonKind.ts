// Which kind of profile a file is, from its first bytes. BSD files have no magic number, so that anything at all could
// be one; a header whose own figures do not hold together is not taken for one.

import type { Issue } from '../issue.ts'
import { type ByteForm, ByteReader, textOf } from './byteReader.ts'
import { plausibleBsd, readBsdHeader } from './gmonBsd.ts'

export type GmonKind = { kind: 'gnu' } | { kind: 'bsd' } | { kind: 'refused'; issue: Issue }

const headerLength = 20
/** What glibc writes when a shared library is profiled. */
const sharedObjectVersion = 0x1ffff

/** How a file is to be read as gmon.out, or why it cannot be. */
export function kindOfGmon(bytes: Uint8Array, form: ByteForm): GmonKind {
  const refuse = (code: Issue['code'], message: string): GmonKind => ({ kind: 'refused', issue: { code, message } })
  if (bytes.length === 0)
    return refuse(
      'empty',
      'gmon.out is empty. It is written when the program exits normally: a crash, a signal or _exit() leaves none.',
    )
  const magic = textOf(bytes.subarray(0, 4))
  const other = otherKind(bytes)
  if (other) return refuse('not-gprof', other)
  if (bytes.length < headerLength)
    return refuse(
      'truncated',
      `gmon.out has ${bytes.length} bytes; its header alone has ${headerLength}. Did the program exit normally, and was there room on the disk?`,
    )
  if (magic === 'gmon') {
    const reader = new ByteReader(bytes, form)
    reader.skip(4)
    return versionProblem(reader.u32(), form) ?? { kind: 'gnu' }
  }
  if (plausibleBsd(readBsdHeader(new ByteReader(bytes, form)), bytes.length)) return { kind: 'bsd' }
  const first = Array.from(bytes.subarray(0, 8), byte => byte.toString(16).padStart(2, '0')).join(' ')
  return refuse(
    'not-gprof',
    `This is not a gmon.out: it begins with ${first}, a GNU one with 67 6d 6f 6e ("gmon"), and read as a BSD one its header makes no sense.`,
  )
}

function versionProblem(version: number, form: ByteForm): GmonKind | null {
  if (version <= 1) return null
  const refuse = (message: string): GmonKind => ({ kind: 'refused', issue: { code: 'not-gprof', message } })
  if (version === sharedObjectVersion)
    return refuse(
      'This is the profile of a shared library, which glibc writes for sprof (LD_PROFILE). gprof cannot read it and neither can Arcflame: use sprof.',
    )
  if (version === 0x1000000)
    return refuse(
      `The bytes of this gmon.out are in the other order: it comes from a ${form.littleEndian ? 'big' : 'little'}-endian machine, and this executable is ${form.littleEndian ? 'little' : 'big'}-endian. Give the executable that wrote it.`,
    )
  return refuse(`This gmon.out has version ${version}; versions 0 and 1 are known.`)
}

/** The sentence for a file that is plainly something else; null for one that may be a gmon.out. */
export function otherKind(bytes: Uint8Array): string | null {
  const head = textOf(bytes.subarray(0, 4))
  if (head === '\x7fELF')
    return 'This is an executable, not a gmon.out. Give the gmon.out that the program wrote, and the executable beside it.'
  if (head === 'PROF' || head === 'FORP')
    return 'This is a gmon.out of Solaris or illumos, whose form is another. Run gprof there and open what it prints.'
  const word = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  if (word === 0xbeefbabe || word === 0xbeefbabf || word === 0xbebaefbe || word === 0xbfbaefbe)
    return 'This is a gmon.out of macOS, whose form is another. Run gprof there and open what it prints.'
  return null
}

/** `64-bit little-endian`. */
export function sayForm({ wide, littleEndian }: ByteForm): string {
  return `${wide ? 64 : 32}-bit ${littleEndian ? 'little' : 'big'}-endian`
}
