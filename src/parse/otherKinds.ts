// Files that people drop although no profile can be read from them, each with a sentence that says what it is and
// what to do. Recognised by their first bytes, never by their names.

import type { Issue } from '../issue.ts'
import { lacksLines } from './lostBreaks.ts'
import { isWebPage } from './webPage.ts'

/** What a file is, if it is no listing. */
export interface OtherKind {
  /** For sentences: "a PNG picture". */
  what: string
  /** What is wrong with it and what to do, in whole sentences; where it is missing, how to make a listing. */
  next?: string
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

/** Programs and what is made of object files: ELF (Linux, BSD, boards), Mach-O (macOS), PE (Windows), WebAssembly, archives. */
export const isExecutable = (bytes: Uint8Array): boolean =>
  startsWith(0x7f, 'ELF')(bytes) ||
  startsWith('MZ')(bytes) ||
  startsWith(0, 'asm')(bytes) ||
  startsWith('!<ar')(bytes) ||
  [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(
    bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0),
  )

const FROM_GPROF = 'It tells no times and no callers: run `gprof program gmon.out > listing.txt`'
const UNPACK = 'Unpack it and open what is in it.'
const COPY = 'If a listing can be seen in it, copy its text and paste that here.'
const OF_STACKS = 'It records stacks, which gprof does not: speedscope and the Firefox Profiler open it.'
const OF_PERF = 'What `perf script` prints of the same data opens in speedscope and the Firefox Profiler.'

const kinds: OtherKind[] = [
  {
    what: "gprof's annotated source (-A)",
    next: `It holds no profile of functions: run gprof without -A, \`gprof program gmon.out > listing.txt\`.`,
    recognises: text(/^\*\*\* File .+:$/m, /^Execution Summary:|^Top \d+ Lines:|^ {2,}(\d+|#{5}) -> /m),
  },
  {
    what: "gprof's list of execution counts (-C)",
    next: `${FROM_GPROF}, without -C.`,
    recognises: text(/^.*:\d+: \(.+:0x[\da-f]+\) \d+ executions$/m),
  },
  {
    what: "gprof's summary of the records in a gmon.out (-i)",
    next: `${FROM_GPROF}, without -i.`,
    recognises: text(/^File `.+' \(version \d+\) contains:\r?$/m),
  },
  {
    what: 'a list of names, one in each line, as gprof prints for linkers (-r, -R)',
    next: `${FROM_GPROF}, without -r.`,
    recognises: text(/^([\w.$@/-]+\r?\n){8}/, /^(_start|main|_init|_fini)\r?$/m),
  },
  {
    what: 'what gprof says when it fails',
    next: 'Its words are in the file; gmon.out and the executable that wrote it must both be there, of the same build, and the executable not stripped.',
    recognises: text(
      /^(gprof: |.+: (No such file or directory|file too short to be a gmon file|unexpected end of file|found bad tag|not in executable format)(\r?\n|$))/,
    ),
  },
  { what: 'the help of gprof', recognises: text(/^Usage: \S*gprof /) },
  { what: 'a PNG picture', next: COPY, recognises: startsWith(0x89, 'PNG') },
  { what: 'a JPEG picture', next: COPY, recognises: startsWith(0xff, 0xd8, 0xff) },
  { what: 'a GIF picture', next: COPY, recognises: startsWith('GIF8') },
  { what: 'a WebP picture', next: COPY, recognises: bytes => startsWith('WEBP')(bytes.subarray(8)) },
  { what: 'a PDF document', next: COPY, recognises: startsWith('%PDF') },
  { what: 'a document of a word processor', next: COPY, recognises: startsWith('{\\rtf') },
  { what: 'a ZIP archive', next: UNPACK, recognises: startsWith('PK', 3, 4) },
  { what: 'a 7z archive', next: UNPACK, recognises: startsWith('7z', 0xbc, 0xaf, 0x27, 0x1c) },
  { what: 'a RAR archive', next: UNPACK, recognises: startsWith('Rar!', 0x1a, 7) },
  { what: 'a file packed with bzip2', next: UNPACK, recognises: startsWith('BZh') },
  { what: 'a file packed with xz', next: UNPACK, recognises: startsWith(0xfd, '7zXZ') },
  { what: 'a file packed with zstd', next: UNPACK, recognises: startsWith(0x28, 0xb5, 0x2f, 0xfd) },
  { what: 'a file packed with lz4', next: UNPACK, recognises: startsWith(0x04, 0x22, 0x4d, 0x18) },
  { what: 'a tar archive', next: UNPACK, recognises: bytes => startsWith('ustar')(bytes.subarray(257)) },
  { what: 'data of perf record', next: OF_PERF, recognises: startsWith('PERFILE2') },
  {
    what: 'output of perf report',
    next: OF_PERF,
    recognises: text(/^# (To display the perf\.data header info|Samples: \S+ +of event )/m),
  },
  { what: 'output of perf stat', recognises: text(/^ ?Performance counter stats for /m) },
  // comm, pid, time, event: `sleep 4711 91234.567890:     250000 cycles:`
  {
    what: 'output of perf script',
    next: OF_STACKS,
    recognises: text(/^\S.*?\s+\d+(\/\d+)?\s+(\[\d+\]\s+)?\d+\.\d+:\s+(\d+\s+)?[\w:\-/.]+:/m),
  },
  {
    what: 'a profile of callgrind',
    next: 'KCachegrind and speedscope open it.',
    recognises: text(/^(# callgrind format|creator: callgrind)/m),
  },
  {
    what: 'a profile of cachegrind',
    next: 'cg_annotate and KCachegrind open it.',
    recognises: text(/^events: .*\bIr\b/m),
  },
  {
    what: 'output of callgrind_annotate or cg_annotate',
    recognises: text(/^(Profile data file '|Events recorded: +Ir\b)/m),
  },
  { what: 'output of valgrind', recognises: text(/^==\d+== /m) },
  {
    what: 'output of gcov',
    next: 'It counts lines and tells no times: build with -pg instead of --coverage, run the program, and open its gmon.out with the executable.',
    recognises: text(/^ +-: +0:(Source|Graph|Data|Runs):/m),
  },
  {
    what: 'data of gcov',
    next: 'It counts lines and tells no times: build with -pg instead of --coverage, run the program, and open its gmon.out with the executable.',
    recognises: bytes => ['adcg', 'gcda', 'oncg', 'gcno'].some(magic => startsWith(magic)(bytes)),
  },
  { what: 'data of clang for coverage', recognises: startsWith(0x81, 'rforpl', 0xff) },
  // The first field of the message: a type of samples, which holds two numbers of strings.
  {
    what: 'a profile of pprof',
    next: 'pprof, speedscope and the Firefox Profiler open it.',
    recognises: bytes => startsWith(10, 4, 8)(bytes) && bytes[4] === 16,
  },
  // Words of 8 or 4 bytes: 0, the number of words that follow, version, and the period.
  {
    what: 'a CPU profile of gperftools',
    next: 'pprof opens it, together with the program.',
    recognises: bytes =>
      (startsWith(...[0, 3, 0].flatMap(word => [word, 0, 0, 0, 0, 0, 0, 0]))(bytes) && bytes[24] + bytes[25] > 0) ||
      (startsWith(...[0, 3, 0].flatMap(word => [word, 0, 0, 0]))(bytes) && bytes[12] + bytes[13] > 0),
  },
  { what: 'a list of folded stacks', next: OF_STACKS, recognises: text(/^([^\s;]+;)+\S.* \d+\r?\n([^\s;]+;)+/) },
  { what: 'a picture in SVG', next: COPY, recognises: text(/^\s*(<\?xml[^>]*>\s*)?(<!(--|DOCTYPE)[^>]*>\s*)*<svg\b/i) },
  {
    what: 'a profile of speedscope',
    next: 'speedscope opens it.',
    recognises: text(/"\$schema"\s*:\s*"https:\/\/www\.speedscope\.app/),
  },
  {
    what: 'a trace of Chrome',
    next: 'Perfetto and the developer tools of Chrome open it.',
    recognises: text(/^\s*(\{\s*"traceEvents"|\[\s*\{[^{}]*"ph"\s*:)/),
  },
  { what: 'a JSON document', recognises: text(/^\s*[[{]\s*["{[]/) },
  {
    what: 'a web archive',
    next: 'Save the page as HTML alone, or copy the listing out of it and paste that here.',
    recognises: text(/^(From: <Saved by |MIME-Version: )/m, /^Content-Type: multipart\/related/m),
  },
  {
    what: 'a web page',
    next: 'No row of a listing is in its text. Where the page shows one, copy that and paste it here.',
    recognises: isWebPage,
  },
  { what: 'source code', recognises: text(/^\s*#\s*include\s*[<"]/m) },
  {
    what: 'a list of symbols, as nm prints it',
    next: 'It holds no profile: drop the program itself together with its gmon.out.',
    recognises: text(/^([\da-f]{8,16}| {8,16}) [A-Za-z] \S.*\r?\n([\da-f]{8,16}| {8,16}) [A-Za-z] /m),
  },
]

const LISTING = 'A listing can be made with `gprof program gmon.out > listing.txt`.'

/** The sentence for a file from which no listing could be read. */
export function refusal(name: string, bytes: Uint8Array): Issue {
  const start = bytes.subarray(0, 4096)
  if (bytes.length === 0)
    return {
      code: 'empty',
      message: `“${name}” is empty, where a listing printed by gprof was expected. gprof prints nothing when it fails, and says why on the screen; and gmon.out is written only when the program ends normally. ${LISTING}`,
    }
  const kind = kinds.find(({ recognises }) => recognises(start))
  if (kind)
    return {
      code: 'not-gprof',
      message: `“${name}” is ${kind.what}, and a listing printed by gprof was expected. ${kind.next ?? LISTING}`,
      at: { byte: 0 },
    }
  const zero = start.indexOf(0)
  if (zero >= 0)
    return {
      code: 'not-gprof',
      message: `“${name}” is not text, and a listing printed by gprof was expected. ${LISTING}`,
      at: { byte: zero },
    }
  const line = lineWithRows(bytes)
  if (line > 0)
    return {
      code: 'not-understood',
      message: `“${name}” seems to hold a listing whose line breaks were lost: line ${line.toLocaleString('en-US')} is many rows in one, and where each begins cannot be told for sure. Copy the listing again as plain text, or open the file that gprof wrote.`,
      at: { line },
    }
  return {
    code: 'not-understood',
    message: `“${name}” is text, but no line of it is a row of a flat profile or of a call graph as gprof prints them. ${LISTING}`,
    at: { line: 1 },
  }
}

/** The first line that seems to hold several rows, from 1; 0 for none. */
const lineWithRows = (bytes: Uint8Array): number =>
  new TextDecoder()
    .decode(bytes.subarray(0, 1 << 20))
    .split('\n')
    .findIndex(lacksLines) + 1

/** Whether all patterns are found. */
function text(...patterns: RegExp[]): (bytes: Uint8Array) => boolean {
  return bytes => {
    const start = new TextDecoder('latin1').decode(bytes)
    return patterns.every(pattern => pattern.test(start))
  }
}
