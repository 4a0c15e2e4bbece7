import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fillHtml, type Issue, pruneToFit, type Result, readFiles } from '../../src/index.ts'
import { filesOf } from '../files.ts'

/** One HTML file, and what is to be said of it. */
export interface HtmlFile {
  text: string
  title: string
}

/**
 * Puts what files hold into the viewer as one HTML file. Of several profiles it takes the first, and says so; of listings of
 * one program their sum, with all of them.
 *
 * @param folder Where the page is built.
 */
export async function htmlFileOf(folder: string, files: string[]): Promise<Result<HtmlFile>> {
  const { result } = await readFiles(await filesOf(files))
  if (!result.ok) return result
  const set = result.value.find(({ processes }) => processes?.listings)
  const read = set ?? result.value[0]
  const others = result.value.filter(each => each !== read && !set?.processes?.listings?.includes(each))
  const packed = await pruneToFit(read, null)
  if (!packed.ok) return packed
  const { title, fingerprint } = read.profile
  const name = files.map(file => basename(file)).join(', ')
  const text = fillHtml(await readFile(join(folder, 'arcflame.html'), 'utf8'), {
    packed: packed.value.bytes,
    name,
    fragment: `v=1&file=${encodeURIComponent(name)}&id=${fingerprint}`,
  })
  const leftOut: Issue[] = others.length > 0 ? [only(title, result.value.length, set !== undefined)] : []
  if (read.processes && packed.value.processes === 0) leftOut.push(onlySum)
  return { ok: true, value: { text, title }, warnings: [...result.warnings, ...leftOut] }
}

const onlySum: Issue = {
  code: 'too-large',
  message: 'There are too many processes for one HTML file. It holds their sum.',
  says: null,
}

const only = (title: string, profiles: number, isSet: boolean): Issue => ({
  code: 'incomplete',
  message: `There are ${profiles} profiles in what was given. The HTML file holds ${isSet ? `“${title}” with its listings, and no other` : `the first of them, “${title}”`}.`,
  says: null,
})
