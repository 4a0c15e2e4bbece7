// Files that are no profile: what each is called, and what to do with it.

import { grouped, type Said, type Say, sayer } from '../saying.ts'

/** In sentences, behind “is”. */
export const otherKindNames = {
  annotatedSource: "gprof's annotated source (-A)",
  executionCounts: "gprof's list of execution counts (-C)",
  gmonSummary: "gprof's summary of the records in a gmon.out (-i)",
  linkerNames: 'a list of names, one in each line, as gprof prints for linkers (-r, -R)',
  gprofFailure: 'what gprof says when it fails',
  gprofHelp: 'the help of gprof',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  pdf: 'a PDF document',
  wordProcessor: 'a document of a word processor',
  zip: 'a ZIP archive',
  sevenZip: 'a 7z archive',
  rar: 'a RAR archive',
  bzip2: 'a file packed with bzip2',
  xz: 'a file packed with xz',
  zstd: 'a file packed with zstd',
  lz4: 'a file packed with lz4',
  tar: 'a tar archive',
  perfRecord: 'data of perf record',
  perfReport: 'output of perf report',
  perfStat: 'output of perf stat',
  perfScript: 'output of perf script',
  callgrind: 'a profile of callgrind',
  cachegrind: 'a profile of cachegrind',
  annotated: 'output of callgrind_annotate or cg_annotate',
  valgrind: 'output of valgrind',
  gcov: 'output of gcov',
  gcovData: 'data of gcov',
  clangCoverage: 'data of clang for coverage',
  pprof: 'a profile of pprof',
  gperftools: 'a CPU profile of gperftools',
  foldedStacks: 'a list of folded stacks',
  svg: 'a picture in SVG',
  speedscope: 'a profile of speedscope',
  chrome: 'a trace of Chrome',
  json: 'a JSON document',
  webArchive: 'a web archive',
  webPage: 'a web page',
  sourceCode: 'source code',
  symbolList: 'a list of symbols, as nm prints it',
}

/** What is wrong with such a file and what to do: whole sentences. */
export const nextSteps = {
  makeListing: 'A listing can be made with `gprof program gmon.out > listing.txt`.',
  runPlain: 'It holds no profile of functions: run gprof without -A, `gprof program gmon.out > listing.txt`.',
  withoutC: 'It tells no times and no callers: run `gprof program gmon.out > listing.txt`, without -C.',
  withoutI: 'It tells no times and no callers: run `gprof program gmon.out > listing.txt`, without -i.',
  withoutR: 'It tells no times and no callers: run `gprof program gmon.out > listing.txt`, without -r.',
  readItsWords:
    'Its words are in the file; gmon.out and the executable that wrote it must both be there, of the same build, and the executable not stripped.',
  copyText: 'If a listing can be seen in it, copy its text and paste that here.',
  unpackIt: 'Unpack it and open what is in it.',
  printStacks: 'What `perf script` prints of the same data opens in speedscope and the Firefox Profiler.',
  ofStacks: 'It records stacks, which gprof does not: speedscope and the Firefox Profiler open it.',
  openCallgrind: 'KCachegrind and speedscope open it.',
  openCachegrind: 'cg_annotate and KCachegrind open it.',
  buildForTimes:
    'It counts lines and tells no times: build with -pg instead of --coverage, run the program, and open its gmon.out with the executable.',
  openPprof: 'pprof, speedscope and the Firefox Profiler open it.',
  openGperftools: 'pprof opens it, together with the program.',
  openSpeedscope: 'speedscope opens it.',
  openChrome: 'Perfetto and the developer tools of Chrome open it.',
  savePlainPage: 'Save the page as HTML alone, or copy the listing out of it and paste that here.',
  copyFromPage: 'No row of a listing is in its text. Where the page shows one, copy that and paste it here.',
  dropProgram: 'It holds no profile: drop the program itself together with its gmon.out.',
}

export const otherKindSentences = {
  otherKind: ({ name, what, next }: { name: string; what: Said; next: Said }, say: Say) =>
    `“${name}” is ${say(what)}, and a listing printed by gprof was expected. ${say(next)}`,
  listingEmpty: ({ name, next }: { name: string; next: Said }, say: Say) =>
    `“${name}” is empty, where a listing printed by gprof was expected. gprof prints nothing when it fails, and says why on the screen; and gmon.out is written only when the program ends normally. ${say(next)}`,
  notText: ({ name, next }: { name: string; next: Said }, say: Say) =>
    `“${name}” is not text, and a listing printed by gprof was expected. ${say(next)}`,
  linesLost: ({ name, line }: { name: string; line: number }) =>
    `“${name}” seems to hold a listing whose line breaks were lost: line ${grouped(line)} is many rows in one, and where each begins cannot be told for sure. Copy the listing again as plain text, or open the file that gprof wrote.`,
  noRows: ({ name, next }: { name: string; next: Said }, say: Say) =>
    `“${name}” is text, but no line of it is a row of a flat profile or of a call graph as gprof prints them. ${say(next)}`,
}

export const sayName = /* @__PURE__ */ sayer(otherKindNames)
export const sayNext = /* @__PURE__ */ sayer(nextSteps)
export const say = /* @__PURE__ */ sayer(otherKindSentences)
