// Files that people drop although no profile can be read from them, each with a sentence that says what it is and
// what to do. Recognised by their first bytes, never by their names.

import type { Issue } from '../issue.ts'
import { lacksLines } from './lostBreaks.ts'
import { type nextSteps, type otherKindNames, say, sayName, sayNext } from './otherKindSentences.ts'
import { isWebPage } from './webPage.ts'

/** What a file is, if it is no listing. */
export interface OtherKind {
  /** What it is called. */
  what: keyof typeof otherKindNames
  /** What is wrong with it and what to do; where it is missing, how to make a listing. */
  next?: keyof typeof nextSteps
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

const kinds: OtherKind[] = [
  {
    what: 'annotatedSource',
    next: 'runPlain',
    recognises: text(/^\*\*\* File .+:$/m, /^Execution Summary:|^Top \d+ Lines:|^ {2,}(\d+|#{5}) -> /m),
  },
  {
    what: 'executionCounts',
    next: 'withoutC',
    recognises: text(/^.*:\d+: \(.+:0x[\da-f]+\) \d+ executions$/m),
  },
  {
    what: 'gmonSummary',
    next: 'withoutI',
    recognises: text(/^File `.+' \(version \d+\) contains:\r?$/m),
  },
  {
    what: 'linkerNames',
    next: 'withoutR',
    recognises: text(/^([\w.$@/-]+\r?\n){8}/, /^(_start|main|_init|_fini)\r?$/m),
  },
  {
    what: 'gprofFailure',
    next: 'readItsWords',
    recognises: text(
      /^(gprof: |.+: (No such file or directory|file too short to be a gmon file|unexpected end of file|found bad tag|not in executable format)(\r?\n|$))/,
    ),
  },
  { what: 'gprofHelp', recognises: text(/^Usage: \S*gprof /) },
  { what: 'png', next: 'copyText', recognises: startsWith(0x89, 'PNG') },
  { what: 'jpeg', next: 'copyText', recognises: startsWith(0xff, 0xd8, 0xff) },
  { what: 'gif', next: 'copyText', recognises: startsWith('GIF8') },
  { what: 'webp', next: 'copyText', recognises: bytes => startsWith('WEBP')(bytes.subarray(8)) },
  { what: 'pdf', next: 'copyText', recognises: startsWith('%PDF') },
  { what: 'wordProcessor', next: 'copyText', recognises: startsWith('{\\rtf') },
  { what: 'zip', next: 'unpackIt', recognises: startsWith('PK', 3, 4) },
  { what: 'sevenZip', next: 'unpackIt', recognises: startsWith('7z', 0xbc, 0xaf, 0x27, 0x1c) },
  { what: 'rar', next: 'unpackIt', recognises: startsWith('Rar!', 0x1a, 7) },
  { what: 'bzip2', next: 'unpackIt', recognises: startsWith('BZh') },
  { what: 'xz', next: 'unpackIt', recognises: startsWith(0xfd, '7zXZ') },
  { what: 'zstd', next: 'unpackIt', recognises: startsWith(0x28, 0xb5, 0x2f, 0xfd) },
  { what: 'lz4', next: 'unpackIt', recognises: startsWith(0x04, 0x22, 0x4d, 0x18) },
  { what: 'tar', next: 'unpackIt', recognises: bytes => startsWith('ustar')(bytes.subarray(257)) },
  { what: 'perfRecord', next: 'printStacks', recognises: startsWith('PERFILE2') },
  {
    what: 'perfReport',
    next: 'printStacks',
    recognises: text(/^# (To display the perf\.data header info|Samples: \S+ +of event )/m),
  },
  { what: 'perfStat', recognises: text(/^ ?Performance counter stats for /m) },
  // comm, pid, time, event: `sleep 4711 91234.567890:     250000 cycles:`
  {
    what: 'perfScript',
    next: 'ofStacks',
    recognises: text(/^\S.*?\s+\d+(\/\d+)?\s+(\[\d+\]\s+)?\d+\.\d+:\s+(\d+\s+)?[\w:\-/.]+:/m),
  },
  {
    what: 'callgrind',
    next: 'openCallgrind',
    recognises: text(/^(# callgrind format|creator: callgrind)/m),
  },
  {
    what: 'cachegrind',
    next: 'openCachegrind',
    recognises: text(/^events: .*\bIr\b/m),
  },
  {
    what: 'annotated',
    recognises: text(/^(Profile data file '|Events recorded: +Ir\b)/m),
  },
  { what: 'valgrind', recognises: text(/^==\d+== /m) },
  {
    what: 'gcov',
    next: 'buildForTimes',
    recognises: text(/^ +-: +0:(Source|Graph|Data|Runs):/m),
  },
  {
    what: 'gcovData',
    next: 'buildForTimes',
    recognises: bytes => ['adcg', 'gcda', 'oncg', 'gcno'].some(magic => startsWith(magic)(bytes)),
  },
  { what: 'clangCoverage', recognises: startsWith(0x81, 'rforpl', 0xff) },
  // The first field of the message: a type of samples, which holds two numbers of strings.
  {
    what: 'pprof',
    next: 'openPprof',
    recognises: bytes => startsWith(10, 4, 8)(bytes) && bytes[4] === 16,
  },
  // Words of 8 or 4 bytes: 0, the number of words that follow, version, and the period.
  {
    what: 'gperftools',
    next: 'openGperftools',
    recognises: bytes =>
      (startsWith(...[0, 3, 0].flatMap(word => [word, 0, 0, 0, 0, 0, 0, 0]))(bytes) && bytes[24] + bytes[25] > 0) ||
      (startsWith(...[0, 3, 0].flatMap(word => [word, 0, 0, 0]))(bytes) && bytes[12] + bytes[13] > 0),
  },
  { what: 'foldedStacks', next: 'ofStacks', recognises: text(/^([^\s;]+;)+\S.* \d+\r?\n([^\s;]+;)+/) },
  { what: 'svg', next: 'copyText', recognises: text(/^\s*(<\?xml[^>]*>\s*)?(<!(--|DOCTYPE)[^>]*>\s*)*<svg\b/i) },
  {
    what: 'speedscope',
    next: 'openSpeedscope',
    recognises: text(/"\$schema"\s*:\s*"https:\/\/www\.speedscope\.app/),
  },
  {
    what: 'chrome',
    next: 'openChrome',
    recognises: text(/^\s*(\{\s*"traceEvents"|\[\s*\{[^{}]*"ph"\s*:)/),
  },
  { what: 'json', recognises: text(/^\s*[[{]\s*["{[]/) },
  {
    what: 'webArchive',
    next: 'savePlainPage',
    recognises: text(/^(From: <Saved by |MIME-Version: )/m, /^Content-Type: multipart\/related/m),
  },
  {
    what: 'webPage',
    next: 'copyFromPage',
    recognises: isWebPage,
  },
  { what: 'sourceCode', recognises: text(/^\s*#\s*include\s*[<"]/m) },
  {
    what: 'symbolList',
    next: 'dropProgram',
    recognises: text(/^([\da-f]{8,16}| {8,16}) [A-Za-z] \S.*\r?\n([\da-f]{8,16}| {8,16}) [A-Za-z] /m),
  },
]

/** The sentence for a file from which no listing could be read. */
export function refusal(name: string, bytes: Uint8Array): Issue {
  const start = bytes.subarray(0, 4096)
  const next = sayNext('makeListing')
  if (bytes.length === 0) return { code: 'empty', ...say('listingEmpty', { name, next }) }
  const kind = kinds.find(({ recognises }) => recognises(start))
  if (kind)
    return {
      code: 'not-gprof',
      ...say('otherKind', { name, what: sayName(kind.what), next: kind.next ? sayNext(kind.next) : next }),
      at: { byte: 0 },
    }
  const zero = start.indexOf(0)
  if (zero >= 0)
    return {
      code: 'not-gprof',
      ...say('notText', { name, next }),
      at: { byte: zero },
    }
  const line = lineWithRows(bytes)
  if (line > 0)
    return {
      code: 'not-understood',
      ...say('linesLost', { name, line }),
      at: { line },
    }
  return {
    code: 'not-understood',
    ...say('noRows', { name, next }),
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
