// Files that people drop although no profile can be read from them, each with a sentence that says what it is and
// what to do. Recognised by their first bytes, never by their names.

import type { Issue } from '../issue.ts'

/** What a file is, if it is no listing. */
export interface OtherKind {
  /** For sentences: "a PNG picture". */
  what: string
  recognises: (bytes: Uint8Array) => boolean
}

const startsWith =
  (...expected: (number | string)[]) =>
  (bytes: Uint8Array) =>
    expected
      .flatMap(part => (typeof part === 'string' ? [...part].map(letter => letter.charCodeAt(0)) : [part]))
      .every((byte, i) => bytes[i] === byte)

/** gprof's own data: `gmon` and a version number. */
export const isGmonOut = startsWith('gmon')

/** Programs: ELF (Linux, BSD, boards), Mach-O (macOS), PE (Windows). */
export const isExecutable = (bytes: Uint8Array): boolean =>
  startsWith(0x7f, 'ELF')(bytes) ||
  startsWith('MZ')(bytes) ||
  [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(
    bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0),
  )

const kinds: OtherKind[] = [
  { what: 'a PNG picture', recognises: startsWith(0x89, 'PNG') },
  { what: 'a JPEG picture', recognises: startsWith(0xff, 0xd8, 0xff) },
  { what: 'a GIF picture', recognises: startsWith('GIF8') },
  { what: 'a PDF document', recognises: startsWith('%PDF') },
  { what: 'a ZIP archive', recognises: startsWith('PK', 3, 4) },
  { what: 'an archive of object files', recognises: startsWith('!<arch>') },
  { what: 'a file packed with bzip2', recognises: startsWith('BZh') },
  { what: 'a file packed with xz', recognises: startsWith(0xfd, '7zXZ') },
  { what: 'a file packed with zstd', recognises: startsWith(0x28, 0xb5, 0x2f, 0xfd) },
  { what: 'a tar archive', recognises: bytes => startsWith('ustar')(bytes.subarray(257)) },
  { what: 'data of perf record', recognises: startsWith('PERFILE2') },
  // comm, pid, time, event: `sleep 4711 91234.567890:     250000 cycles:`
  {
    what: 'output of perf script',
    recognises: text(/^\S.*?\s+\d+(\/\d+)?\s+(\[\d+\]\s+)?\d+\.\d+:\s+(\d+\s+)?[\w:\-/.]+:/m),
  },
  { what: 'a profile of callgrind', recognises: text(/^(# callgrind format|creator: callgrind|events: .*\bIr\b)/m) },
  { what: 'a list of folded stacks', recognises: text(/^([^\s;]+;)+\S* \d+\n([^\s;]+;)+/) },
  { what: 'a JSON document', recognises: text(/^\s*[[{]\s*["{[]/) },
  { what: 'a web page', recognises: text(/^\s*<(!doctype html|html)\b/i) },
]

/** The sentence for a file from which no listing could be read. */
export function refusal(name: string, bytes: Uint8Array): Issue {
  const start = bytes.subarray(0, 4096)
  const next = 'A listing can be made with `gprof program gmon.out > listing.txt`.'
  if (bytes.length === 0)
    return {
      code: 'empty',
      message: `“${name}” is empty, where a listing printed by gprof was expected. gprof prints nothing when it fails, and says why on the screen; and gmon.out is written only when the program ends normally. ${next}`,
    }
  const kind = kinds.find(({ recognises }) => recognises(start))
  if (kind)
    return {
      code: 'not-gprof',
      message: `“${name}” is ${kind.what}, and a listing printed by gprof was expected. ${next}`,
      at: { byte: 0 },
    }
  const zero = start.indexOf(0)
  if (zero >= 0)
    return {
      code: 'not-gprof',
      message: `“${name}” is not text, and a listing printed by gprof was expected. ${next}`,
      at: { byte: zero },
    }
  return {
    code: 'not-understood',
    message: `“${name}” is text, but no line of it is a row of a flat profile or of a call graph as gprof prints them. ${next}`,
    at: { line: 1 },
  }
}

function text(pattern: RegExp): (bytes: Uint8Array) => boolean {
  return bytes => pattern.test(new TextDecoder('latin1').decode(bytes))
}
