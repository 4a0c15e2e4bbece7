// What people give a profiler by mistake, made from a good program and its gmon.out.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is wrong, the program, and the profiles. */
export type BadFiles = [what: string, program: string, ...profiles: string[]][]

/** Writes the files into the folder, beside `program` and `gmon.out`. */
export function makeBadFiles(cwd: string): BadFiles {
  const path = (name: string) => join(cwd, name)
  const program = readFileSync(path('program'))
  const gmon = readFileSync(path('gmon.out'))
  mkdirSync(path('folder'))
  writeFileSync(path('empty'), '')
  writeFileSync(path('text'), 'a text without any meaning\n')
  writeFileSync(path('short'), 'int main(){}\n')
  writeFileSync(path('cut-program'), program.subarray(0, 3000))
  writeFileSync(path('cut-in-bins'), gmon.subarray(0, 600))
  writeFileSync(path('cut-in-arc'), gmon.subarray(0, -30))
  writeFileSync(path('macho'), Buffer.from('cffaedfe0700000103000000020000000f000000', 'hex'))
  writeFileSync(path('universal'), Buffer.from('cafebabe00000002', 'hex'))
  writeFileSync(path('pe'), Buffer.from('4d5a900003000000', 'hex'))
  writeFileSync(path('wasm'), Buffer.from('0061736d01000000', 'hex'))
  writeFileSync(path('script'), '#!/bin/sh\n./program\n')
  writeFileSync(path('other.c'), 'int other(void) { return 1; }\nint main(void) { return other(); }\n')
  for (const command of [
    'strip -s -o stripped program',
    'objcopy --rename-section .text=.code program no-text',
    'gcc -pg -O1 -pie other.c -o other',
    'gcc -c other.c && ar rcs archive.a other.o',
    'gzip -k program',
  ])
    spawnSync('sh', ['-c', command], { cwd })
  return [
    ['no such program', 'absent', 'gmon.out'],
    ['no such profile', 'program', 'absent'],
    ['no such second profile', 'program', 'gmon.out', 'absent'],
    ['a folder for a program', 'folder', 'gmon.out'],
    ['a folder for a profile', 'program', 'folder'],
    ['an empty program', 'empty', 'gmon.out'],
    ['an empty profile', 'program', 'empty'],
    ['a text for a program', 'text', 'gmon.out'],
    ['a text for a profile', 'program', 'text'],
    ['a short text for a profile', 'program', 'short'],
    ['the two swapped', 'gmon.out', 'program'],
    ['the program twice', 'program', 'program'],
    ['a stripped program', 'stripped', 'gmon.out'],
    ['a program without .text', 'no-text', 'gmon.out'],
    ['another program', 'other', 'gmon.out'],
    ['a cut program', 'cut-program', 'gmon.out'],
    ['a profile cut in its bins', 'program', 'cut-in-bins'],
    ['a profile cut in an arc', 'program', 'cut-in-arc'],
    ['a good profile and a cut one', 'program', 'gmon.out', 'cut-in-arc'],
    ['an object file', 'other.o', 'gmon.out'],
    ['an archive', 'archive.a', 'gmon.out'],
    ['a packed program', 'program.gz', 'gmon.out'],
    ['Mach-O', 'macho', 'gmon.out'],
    ['universal Mach-O', 'universal', 'gmon.out'],
    ['PE', 'pe', 'gmon.out'],
    ['WebAssembly', 'wasm', 'gmon.out'],
    ['a script', 'script', 'gmon.out'],
  ]
}
