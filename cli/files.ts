import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
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
    else if (await isFolder(arg)) files.push(...(await filesBelow(arg)))
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

async function filesBelow(folder: string): Promise<FileAt[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const named = paths.map(path => ({ path, name: join(basename(folder), relative(folder, path)).split(sep).join('/') }))
  named.sort((a, b) => comparePaths(a.name, b.name))
  return Promise.all(named.map(async each => ({ ...each, blob: await openAsBlob(each.path) })))
}
