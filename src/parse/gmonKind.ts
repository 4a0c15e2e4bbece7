// Which kind of profile a file is, from its first bytes. BSD files have no magic number, so that anything at all could
// be one; a header whose own figures do not hold together is not taken for one.

import type { Issue } from '../issue.ts'
import type { Said } from '../saying.ts'
import { type ByteForm, ByteReader, textOf } from './byteReader.ts'
import { plausibleBsd, readBsdHeader } from './gmonBsd.ts'
import { say } from './sentences.ts'

export type GmonKind = { kind: 'gnu' } | { kind: 'bsd' } | { kind: 'refused'; issue: Issue }

const headerLength = 20
/** What glibc writes when a shared library is profiled. */
const sharedObjectVersion = 0x1ffff

/** How a file is to be read as gmon.out, or why it cannot be. */
export function kindOfGmon(bytes: Uint8Array, form: ByteForm): GmonKind {
  const refuse = (code: Issue['code'], said: Said): GmonKind => ({ kind: 'refused', issue: { code, ...said } })
  if (bytes.length === 0) return refuse('empty', say('gmonEmpty'))
  const magic = textOf(bytes.subarray(0, 4))
  const other = otherKind(bytes)
  if (other) return refuse('not-gprof', other)
  if (bytes.length < headerLength)
    return refuse('truncated', say('gmonHeaderCut', { bytes: bytes.length, header: headerLength }))
  if (magic === 'gmon') {
    const reader = new ByteReader(bytes, form)
    reader.skip(4)
    return versionProblem(reader.u32(), form) ?? { kind: 'gnu' }
  }
  if (plausibleBsd(readBsdHeader(new ByteReader(bytes, form)), bytes.length)) return { kind: 'bsd' }
  const first = Array.from(bytes.subarray(0, 8), byte => byte.toString(16).padStart(2, '0')).join(' ')
  return refuse('not-gprof', say('noGmon', { first }))
}

function versionProblem(version: number, form: ByteForm): GmonKind | null {
  if (version <= 1) return null
  const refuse = (said: Said): GmonKind => ({ kind: 'refused', issue: { code: 'not-gprof', ...said } })
  if (version === sharedObjectVersion) return refuse(say('gmonOfLibrary'))
  if (version === 0x1000000) return refuse(say('gmonOtherOrder', { isLittle: !form.littleEndian }))
  return refuse(say('gmonVersion', { version }))
}

/** The sentence for a file that is plainly something else; null for one that may be a gmon.out. */
export function otherKind(bytes: Uint8Array): Said | null {
  const head = textOf(bytes.subarray(0, 4))
  if (head === '\x7fELF') return say('gmonIsProgram')
  if (head === 'PROF' || head === 'FORP') return say('gmonOfSolaris')
  const word = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  if (word === 0xbeefbabe || word === 0xbeefbabf || word === 0xbebaefbe || word === 0xbfbaefbe) return say('gmonOfMac')
  return null
}
