import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { comparePaths, type DroppedFile } from '../src/index.ts'
import { sayError } from './messages.ts'

/** A file, and where it lies; standard input lies nowhere. */
export interface FileAt extends DroppedFile {
  path: string
}

/** What arguments name: a file by its name, of a folder all files below it by their paths, in the order in which people count. */
export async function filesOf(args: readonly string[]): Promise<FileAt[]> {
  const files: FileAt[] = []
  for (const arg of args)
    if (arg === '-')
      files.push({ name: 'standard input', path: '', blob: new Blob([new Uint8Array(await buffer(process.stdin))]) })
    else if (await isFolder(arg))
      for (const file of await filesBelow(arg)) files.push({ ...file, blob: await openAsBlob(file.path) })
    else files.push({ name: basename(arg), path: arg, blob: await openAsBlob(arg) })
  return files
}

/** Whether a path leads to a folder; it throws a sentence where it leads nowhere, and what may be known of that. */
export async function isFolder(path: string, hint = ''): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`There is no file “${path}”.${hint}`)
    throw new Error(`“${path}” cannot be read: ${sayError(error)}.`)
  }
}

/** A file in a folder that was named: its path, and its name, the same path from the folder on. */
export interface FileBelow {
  name: string
  path: string
}

/** All files below a folder, in the order in which people count. Links are not followed: they may lead out of it. */
export async function filesBelow(folder: string): Promise<FileBelow[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const top = basename(resolve(folder))
  const files = paths.map(path => ({ path, name: join(top, relative(folder, path)).split(sep).join('/') }))
  return files.sort((a, b) => comparePaths(a.name, b.name))
}
