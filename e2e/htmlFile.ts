// The one HTML file as a test needs it: with the profile of a file in it, on disk.

import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fillHtml, packProfile } from '../src/index.ts'
import { readFiles } from '../src/readProfile.ts'
import type { TestFile } from './viewer.ts'

/** Writes a file that has the profile of another in it. Returns its address. */
export async function htmlFileWith({ name, bytes }: TestFile, path: string, view = ''): Promise<string> {
  const { result } = await readFiles([{ name, blob: new Blob([new Uint8Array(bytes)]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  const [read] = result.value
  const packed = await packProfile(read)
  if (!packed.ok) throw new Error(packed.errors[0].message)
  const fragment = `file=${encodeURIComponent(name)}&profile=${read.profile.fingerprint}${view}`
  writeFileSync(path, fillHtml(readFileSync('dist/arcflame.html', 'utf8'), { packed: packed.value, name, fragment }))
  return pathToFileURL(path).href
}
