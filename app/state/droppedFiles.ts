// What was dropped, as files. A folder is walked, so that a person can drop `gprof/` as it lies on the disk; its files keep
// their paths, which are what tells one process from another.

import type { DroppedFile } from '../../src/index.ts'

/** More than that is no folder of profiles, but somebody's home directory. */
const MOST_FILES = 100_000

/**
 * Files of a drop or of the clipboard, those in folders with their paths. What a browser lets go of once the event is
 * over is taken before the first wait.
 */
export async function filesOf(data: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...data.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  if (!entries.some(entry => entry.isDirectory)) return [...data.files].map(named)
  const files: DroppedFile[] = []
  const waiting = entries.reverse()
  for (let entry = waiting.pop(); entry && files.length < MOST_FILES; entry = waiting.pop())
    if (isDirectory(entry)) waiting.push(...(await childrenOf(entry)).reverse())
    else if (isFile(entry)) files.push({ name: entry.fullPath.replace(/^\//, ''), blob: await fileOf(entry) })
  return files
}

/** A file that was chosen; one in a folder that was chosen goes by its path. */
export const named = (file: File): DroppedFile => ({ name: file.webkitRelativePath || file.name, blob: file })

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

/** In the order of their names: browsers give them in any, and some at a time. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    children.push(...some)
  }
  return children.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}
