import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { filesBelow, isFolder } from '../files.ts'
import { fail, say, sayError, sayIssue } from '../messages.ts'
import { htmlFileOf } from './htmlFile.ts'
import { type Shown, servePage } from './servePage.ts'
import { startBrowser } from './startBrowser.ts'
import { MOST_FILES } from './zipFiles.ts'

const options = { html: { type: 'string' }, 'no-browser': { type: 'boolean' } } as const

/**
 * `open [--no-browser] FILE…` serves the page with the files opened, until the terminal ends it; `open --html OUT FILE…`
 * writes both into one HTML file. Returns the exit status, of a server that stays once it has started.
 *
 * @param folder Where the page is built.
 */
export async function open(args: string[], folder: string): Promise<number> {
  try {
    const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true })
    if (files.length === 0)
      return fail(['open needs a FILE: a listing, a gmon.out and its executable, or a folder of these.'])
    const wrong = files.map(whatIsWrong).filter(sentence => sentence !== null)
    if (wrong.length > 0) return fail(wrong)
    if (!existsSync(join(folder, 'index.html')))
      return fail(['The page is not built yet. Run `npm run build` once, and this again.'])
    return await (values.html === undefined
      ? show(folder, files, values['no-browser'] !== true)
      : writeHtml(folder, files, values.html))
  } catch (error) {
    return fail([sayError(error)])
  }
}

function whatIsWrong(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return `There is no file “${file}”.`
  return stat.isFile() || stat.isDirectory() ? null : `“${file}” is no file or folder that could be opened.`
}

async function show(folder: string, files: string[], withBrowser: boolean): Promise<number> {
  const shown: Shown[] = []
  for (const file of files) {
    const found = (await isFolder(file)) ? { folder: file, files: await filesBelow(file) } : file
    const count = typeof found === 'string' ? 1 : found.files.length
    if (count === 0) return fail([`There is no file in “${file}”.`])
    if (count > MOST_FILES)
      return fail([
        `There are ${count} files in “${file}”, and ${MOST_FILES} are the most: name the folder of the profiles.`,
      ])
    shown.push(found)
  }
  const { address } = await servePage(folder, shown)
  process.stdout.write(`${address}\n`)
  say('Ctrl-C ends it.')
  if (withBrowser && !(await startBrowser(address))) say('No browser could be started. Open the address above in one.')
  return 0
}

async function writeHtml(folder: string, files: string[], path: string): Promise<number> {
  const made = await htmlFileOf(folder, files)
  if (!made.ok) return fail(made.errors.map(sayIssue))
  for (const warning of made.warnings) say(sayIssue(warning))
  const { text, title } = made.value
  await writeFile(path, text)
  process.stdout.write(`${path}: ${title}, ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB\n`)
  return 0
}
