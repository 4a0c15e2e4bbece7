// Executables with their gmon.out and gprof's report of them: those of the fixtures, and more where they are there.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DroppedFile } from './sortFiles.ts'

interface RealPair {
  name: string
  /** Paths: the program, then what its runs wrote. */
  files: string[]
  report: string
}

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url))
const samples = fileURLToPath(new URL('../../shared/samples/', import.meta.url))

export const realPairs: RealPair[] = readdirSync(fixtures).map(name => ({
  name,
  files: ['program', 'gmon.out'].map(file => `${fixtures}${name}/${file}`),
  report: `${fixtures}${name}/report.txt`,
}))
if (existsSync(samples))
  for (const name of readdirSync(samples)) {
    const meta = `${samples}${name}/meta.json`
    const report = `${samples}${name}/expected/gprof-b.txt`
    if (!existsSync(meta) || !existsSync(report)) continue
    const outputs = JSON.parse(readFileSync(meta, 'utf8')).outputs as { out: string; cmd: string }[] | undefined
    const command = outputs?.find(({ out }) => out === 'gprof-b.txt')?.cmd.split(' ') ?? []
    const files = command.slice(1).filter(arg => !arg.startsWith('-'))
    if (files.length > 1) realPairs.push({ name, files: files.map(file => `${samples}${name}/${file}`), report })
  }

/** Files of the disk as if they had been dropped. */
export const droppedFrom = (paths: readonly string[]): DroppedFile[] =>
  paths.map(path => ({ name: path, blob: new Blob([readFileSync(path)]) }))
