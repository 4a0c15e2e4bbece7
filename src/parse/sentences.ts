// What readers of listings, of gmon.out, of executables and of packed files say of them.

import { count, grouped, type Said, type Say, sayer } from '../saying.ts'

export const parseSentences = {
  linesRestored:
    'The line breaks of the listing were lost. They were put back where the figures of its rows leave no doubt; line numbers are those of the text with them.',
  severalRows:
    'A line seems to hold several rows whose line breaks were lost. Where each begins cannot be told for sure, so the line was read as it stands.',
  endsWithinLine: 'The listing ends in the middle of a line. All rows before it were read.',

  tooLarge: ({ name, mib }: { name: string; mib: number }) =>
    `“${name}” holds more than ${mib} MiB, which is more than a page can keep. A listing without the functions that were never called is far smaller: leave out gprof's options -z and -l.`,
  gzipDamaged: ({ name, byte }: { name: string; byte: number }) =>
    `“${name}” is packed with gzip, but it cannot be unpacked beyond byte ${grouped(byte)} of its contents: the file is damaged or was not copied to its end. Copy it again; \`gzip -t\` tells whether it is whole.`,

  gmonEmpty:
    'gmon.out is empty. It is written when the program exits normally: a crash, a signal or _exit() leaves none.',
  gmonHeaderCut: ({ bytes, header }: { bytes: number; header: number }) =>
    `gmon.out has ${grouped(bytes)} bytes; its header alone has ${grouped(header)}. Did the program exit normally, and was there room on the disk?`,
  noGmon: ({ first }: { first: string }) =>
    `This is not a gmon.out: it begins with ${first}, a GNU one with 67 6d 6f 6e ("gmon"), and read as a BSD one its header makes no sense.`,
  gmonOfLibrary:
    'This is the profile of a shared library, which glibc writes for sprof (LD_PROFILE). gprof cannot read it and neither can Arcflame: use sprof.',
  gmonOtherOrder: ({ isLittle }: { isLittle: boolean }) =>
    `The bytes of this gmon.out are in the other order: it comes from a ${isLittle ? 'little' : 'big'}-endian machine, and this executable is ${isLittle ? 'big' : 'little'}-endian. Give the executable that wrote it.`,
  gmonVersion: ({ version }: { version: number }) =>
    `This gmon.out has version ${version}; versions 0 and 1 are known.`,
  gmonIsProgram:
    'This is an executable, not a gmon.out. Give the gmon.out that the program wrote, and the executable beside it.',
  gmonOfSolaris:
    'This is a gmon.out of Solaris or illumos, whose form is another. Run gprof there and open what it prints.',
  gmonOfMac: 'This is a gmon.out of macOS, whose form is another. Run gprof there and open what it prints.',
  gmonBadTag: ({ byte, tag, arcs }: { byte: number; tag: number; arcs: number }) => {
    const before = arcs === 0 ? '' : ` ${grouped(arcs)} arcs before it could be read.`
    return `The record at byte ${grouped(byte)} of gmon.out begins with ${tag}, but records begin with 0, 1 or 2.${before} The file is damaged: run the program again.`
  },
  gmonOtherMachine: ({ written, program }: { written: Said; program: Said }, say: Say) =>
    `gmon.out was written by a ${say(written)} program: read so, its records end where the file ends. This executable is a ${say(program)} one, and read for it they make no sense. Give the executable that wrote the file.`,
  form: ({ bits, isLittle }: { bits: number; isLittle: boolean }) =>
    `${bits}-bit ${isLittle ? 'little' : 'big'}-endian`,
  gmonCut: (
    {
      end,
      what,
      wanted,
      left,
      histograms,
      arcs,
    }: { end: number; what: Said; wanted: number; left: number; histograms: number; arcs: number },
    say: Say,
  ) =>
    `gmon.out ends at byte ${grouped(end)} in the middle of ${say(what)}: ${grouped(wanted)} bytes are needed there, ${grouped(left)} are left. ` +
    `Before it were ${count(histograms, 'histogram')} and ${count(arcs, 'arc')}. ` +
    'The disk may have been full, or the file was copied while the program was writing it: run the program again.',
  header: 'the header',
  histogramHead: 'the head of a histogram',
  bins: ({ bins }: { bins: number }) => `a histogram of ${grouped(bins)} bins`,
  histogram: 'the histogram',
  arc: 'an arc',
  blocks: 'basic-block counts',

  elfOdd: 'This ELF file states neither 32 nor 64 bits, or no byte order: its header is damaged.',
  elfHeaderCut: ({ byte }: { byte: number }) =>
    `This executable ends at byte ${grouped(byte)}, within its header: it was copied in part.`,
  noText: 'This file has no .text section: gprof needs an executable, not a library of objects or a core dump.',
  symbolsCut: ({ bytes, found }: { bytes: number; found: number }) =>
    `The symbol table has ${grouped(bytes)} bytes, but the file ends after ${grouped(found)} of them: it was copied in part.`,
  noSections: 'This executable has no section headers, so its symbols cannot be found: it was stripped of them.',
  sectionsMissing: ({ byte, bytes }: { byte: number; bytes: number }) =>
    `The section headers should be at byte ${grouped(byte)}, but the file has ${grouped(bytes)} bytes: it was copied in part or is damaged.`,
  sectionsCut: ({ sections, byte, bytes }: { sections: number; byte: number; bytes: number }) =>
    `The ${grouped(sections)} section headers from byte ${grouped(byte)} reach beyond the end of the file at byte ${grouped(bytes)}: it was copied in part or is damaged.`,

  programEmpty: 'The executable is empty: 0 bytes.',
  programIsGmon: 'This is a gmon.out, not the executable that wrote it. Give both.',
  programOther: ({ format }: { format: Said }, say: Say) =>
    `This executable is ${say(format)}, and Arcflame reads symbols from ELF files only: run gprof where the program was built, and open what it prints.`,
  machO: 'a Mach-O file (macOS)',
  universalMachO: 'a universal Mach-O file (macOS) or a Java class',
  pe: 'a PE file (Windows)',
  xcoff: 'an XCOFF file (AIX)',
  wasm: 'a WebAssembly module',
  programIsLibrary:
    'This is a library archive (.a): object files before they are linked, without the addresses they ran at. Give the program that was linked from it and wrote gmon.out.',
  programPacked: 'This file is packed with gzip. Unpack it with gunzip and give the executable that is in it.',
  programIsScript: 'This is a script, not an executable. Behind it may be a program built with -pg: give that one.',
  noProgram:
    'This is not an executable: it does not begin with 7f 45 4c 46 (ELF). Give the program that was built with -pg and wrote gmon.out.',
}

export const say = /* @__PURE__ */ sayer(parseSentences)
