// npm run oracle:formats: writes every sample in every format and asks the formats' own readers what they find in it:
// pprof's command, callgrind_annotate, Graphviz, Python's csv and json, speedscope's importers. What this machine lacks is
// skipped and said. Arguments are folders with more samples.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { formats, writeFormat } from '../../../src/export/formats.ts'
import type { Profile } from '../../../src/profile.ts'
import { readProfile } from '../../../src/readProfile.ts'
import { callgrindInclusive, callgrindSelf } from './callgrindAnnotate.ts'
import { pprofCalls, pprofTimes } from './goPprof.ts'
import { graphviz, pythonCsv, pythonJson } from './others.ts'
import { compare, type Reader } from './reader.ts'
import { speedscopeReaders } from './speedscope.ts'

const readers: readonly Reader[] = [
  pprofTimes,
  pprofCalls,
  callgrindSelf,
  callgrindInclusive,
  graphviz,
  pythonCsv,
  pythonJson,
  ...speedscopeReaders,
]
/** The most disagreements of one file that are printed. */
const MOST_PRINTED = 5

const folder = mkdtempSync(join(tmpdir(), 'arcflame-formats-'))
const profiles = await allProfiles(['public/samples', '../shared/samples', ...process.argv.slice(2)])
console.log(`${profiles.length} profiles`)
let differs = false
for (const reader of readers) {
  const lack = reader.lacks()
  if (lack !== null) {
    console.log(`${reader.title}: not asked, ${lack}.`)
    continue
  }
  let [asked, agreeing, figures] = [0, 0, 0]
  for (const [name, profile] of profiles) {
    if (reader.expected(profile).size === 0) continue
    asked++
    const { compared, wrong } = await ask(reader, profile)
    figures += compared
    if (wrong.length === 0) agreeing++
    for (const what of wrong.slice(0, MOST_PRINTED)) console.log(`  ${name}, ${reader.title}: ${what}`)
  }
  if (agreeing < asked) differs = true
  console.log(`${reader.title}: ${agreeing} of ${asked} profiles agree, ${figures} figures.`)
}
for (const { close } of readers) await close?.()
rmSync(folder, { recursive: true })
process.exitCode = differs || profiles.length === 0 ? 1 : 0

/** Listings of these folders, and what is computed of the pairs of the fixtures. */
async function allProfiles(folders: string[]): Promise<[name: string, profile: Profile][]> {
  const listings = folders.filter(existsSync).flatMap(each =>
    readdirSync(each, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(txt|prof|txt\.gz)$/.test(entry.name))
      .map(entry => [join(entry.parentPath, entry.name)]),
  )
  const pairs = readdirSync('src/fixtures').map(each =>
    ['program', 'gmon.out'].map(file => join('src/fixtures', each, file)),
  )
  const found: [string, Profile][] = []
  for (const files of [...listings, ...pairs]) {
    const read = await readProfile(files.map(file => ({ name: basename(file), blob: new Blob([readFileSync(file)]) })))
    if (read.ok) found.push(...read.value.map((profile): [string, Profile] => [files.join(' '), profile]))
  }
  return found
}

async function ask(reader: Reader, profile: Profile): Promise<{ compared: number; wrong: string[] }> {
  const ending = formats.find(({ name }) => name === reader.format)?.ending
  const file = join(folder, `profile.${ending}`)
  const written = await writeFormat(reader.format, [profile])
  if (!written.ok) return { compared: 0, wrong: written.errors.map(({ message }) => message) }
  writeFileSync(file, written.value)
  try {
    return compare(reader, profile, await reader.read(file))
  } catch (error) {
    return { compared: 0, wrong: [error instanceof Error ? error.message : String(error)] }
  }
}
