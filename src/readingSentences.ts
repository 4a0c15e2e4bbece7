// What is said of files as they are given: of those that lack another, and of those that are left out.

import { count, grouped, type Said, type Say, sayer } from './saying.ts'

/** `“a”`, `“a” and 2 more` */
const named = (name: string, others: number) => (others === 0 ? `“${name}”` : `“${name}” and ${grouped(others)} more`)

/** What is left of an executable without symbols; `symbols` is null where there is no table of them at all. */
export interface Stripped {
  symbols: number | null
  bytes: number
  /** Of the debug file; empty where the executable does not say it, as is the build id. */
  name: string
  buildId: string
}

export const readingSentences = {
  noFile: 'No file was given.',
  othersLeftOut: ({ files }: { files: number }) =>
    `${count(files, 'file')} beside what is shown ${files === 1 ? 'is' : 'are'} of another kind and ${files === 1 ? 'was' : 'were'} left out.`,
  noneOfUse: ({ files }: { files: number }) =>
    `Of ${count(files, 'file')} in what was given, none is a gmon.out, a listing printed by gprof, or an executable.`,
  oddRows: ({ name, line, text }: { name: string; line: number; text: string }) =>
    `“${name}” has the headings of gprof's listing, but none of its rows can be read. The first is line ${grouped(line)}, “${text}”, where a row as gprof prints it was expected: figures with blanks between them, and a name. Open the file that gprof wrote, or copy the listing again as plain text.`,
  unreadable: ({ name }: { name: string }) =>
    `“${name}” cannot be read: it has been changed or removed since it was dropped, or may not be read.`,
  ended: ({ done, all }: { done: number; all: number }) =>
    `Reading was ended after ${grouped(done)} of ${grouped(all)} files: what is shown is the sum of those.`,

  histogramCut: ({ name, claimed, size }: { name: string; claimed: number; size: number }) =>
    `“${name}” is a gmon.out as BSD systems write it, but not all of it: by its header, its histogram reaches to byte ${grouped(claimed)}, and the file ends at byte ${grouped(size)}. Nothing of it can be shown. Copy it again, or run the program again to its normal end, and drop it together with the executable.`,
  needsExecutable: ({ name, others }: { name: string; others: number }) =>
    `${named(name, others)} ${others === 0 ? 'is' : 'are'} what a program built with -pg leaves behind: addresses and counts. The names of the functions are in the program's executable: drop that too, not stripped, of the same build.`,
  needsGmon: ({ name }: { name: string }) =>
    `“${name}” is a program. Built with -pg and run to its normal end, it leaves a gmon.out in the directory it ran in: drop that too.`,
  noProgramIn: ({ name, what }: { name: string; what: Said }, say: Say) => `“${name}”: ${say(what)}`,
  onlyExported:
    'The executable was stripped: only the names of functions that other programs may call are left, and everything between them is counted for the one before. Give the executable from before `strip`, or its separate debug file.',
  functionsByAddress: ({ functions }: { functions: number }) =>
    `The executable was stripped: it has no symbols. Where functions begin is told by its unwind table (.eh_frame), so ${grouped(functions)} of them are called by their addresses. Give the executable from before \`strip\`, of the same build, or its separate debug file, to see their names.`,
  noFunctionsLeft: ({ symbols, bytes, name, buildId }: Stripped) => {
    const left =
      symbols === null
        ? 'it has no symbols'
        : `.symtab is gone, none of the ${grouped(symbols)} symbols left in .dynsym is a function of its own`
    const debug = [name && `“${name}”`, buildId && `build id ${buildId}`].filter(Boolean).join(', ')
    return `The executable was stripped: ${left}, and its ${grouped(bytes)} bytes of code have no names. Nor does it say where functions begin: it has no unwind table (.eh_frame) of most of its code. Give the executable from before \`strip\`, of the same build, or its separate debug file${debug && ` (${debug})`}. Without either, build it without \`strip\` and without \`-s\`, and run it again.`
  },
  noFunctions: ({ symbols, bytes }: { symbols: number; bytes: number }) =>
    `The executable has ${grouped(symbols)} symbols, but none of them names a function, and its ${grouped(bytes)} bytes of code have no names. Give the executable as it was linked, with its symbols.`,

  tried: ({ name, others, wrong }: { name: string; others: number; wrong: Said }, say: Say) =>
    `Tried with ${named(name, others)}, dropped before: ${say(wrong)} To see them all the same, drop both together.`,
  gone: ({ name }: { name: string }) =>
    `“${name}”, dropped before, has been changed or removed since and can no longer be read: drop it again.`,
  replaced: ({
    name,
    others,
    before,
    othersBefore,
    areRuns,
  }: {
    name: string
    others: number
    before: string
    othersBefore: number
    areRuns: boolean
  }) => {
    const together = areRuns ? ' To add runs up, drop their files together.' : ''
    return `${named(name, others)} takes the place of ${named(before, othersBefore)}.${together}`
  },
}

export const say = /* @__PURE__ */ sayer(readingSentences)
