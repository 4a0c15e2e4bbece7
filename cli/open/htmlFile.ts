import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fillHtml, type Issue, packProfile, type Result, readFiles } from '../../src/index.ts'

/** One HTML file, and what is to be said of it. */
export interface HtmlFile {
  text: string
  title: string
}

/**
 * Puts what files hold into the viewer as one HTML file. Of several profiles it takes the first, and says so.
 *
 * @param folder Where the page is built.
 */
export async function htmlFileOf(folder: string, files: string[]): Promise<Result<HtmlFile>> {
  const dropped = await Promise.all(
    files.map(async file => ({ name: basename(file), blob: new Blob([new Uint8Array(await readFile(file))]) })),
  )
  const { result } = await readFiles(dropped)
  if (!result.ok) return result
  const [read, ...others] = result.value
  const packed = await packProfile(read)
  if (!packed.ok) return packed
  const { title, fingerprint } = read.profile
  const name = dropped.map(file => file.name).join(', ')
  const text = fillHtml(await readFile(join(folder, 'arcflame.html'), 'utf8'), {
    packed: packed.value,
    name,
    fragment: `v=1&file=${encodeURIComponent(name)}&id=${fingerprint}`,
  })
  const leftOut: Issue[] = others.length > 0 ? [only(title, others.length)] : []
  return { ok: true, value: { text, title }, warnings: [...result.warnings, ...leftOut] }
}

const only = (title: string, others: number): Issue => ({
  code: 'incomplete',
  message: `There are ${others + 1} profiles in what was given. The HTML file holds the first of them, “${title}”.`,
})
