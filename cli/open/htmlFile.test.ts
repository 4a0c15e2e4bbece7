import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFiles } from '../../src/index.ts'
import { listing } from '../listing.fixture.ts'
import { htmlFileOf } from './htmlFile.ts'

let folder: string
let listings: string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcflame-'))
  const block = '<script type="application/x-arcflame" id="embedded" data-view="" data-name=""></script>'
  writeFileSync(join(folder, 'arcflame.html'), `<!doctype html><html><body>${block}</body></html>`)
  const report = readFileSync(join(import.meta.dirname, '../../public/samples/cyc.txt'), 'utf8')
  listings = [report, report, report, listing([100, 'other'])].map((text, i) => {
    const path = join(folder, `${i + 1}.txt`)
    writeFileSync(path, text)
    return path
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function written(...files: string[]) {
  const html = await htmlFileOf(folder, files)
  if (!html.ok) throw new Error(html.errors[0].message)
  const { result } = await readFiles([{ name: 'run.html', blob: new Blob([html.value.text]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return { ...html, read: result.value[0] }
}

test('of listings of one program, the file holds their sum and all of them; others are told', async () => {
  const set = await written(...listings.slice(0, 3))
  expect(set.warnings).toEqual([])
  expect(set.read.profile.title).toBe('sum of 3 listings')
  expect(set.read.processes?.table.name).toEqual(['1', '2', '3'])
  const { warnings } = await written(...listings)
  expect(warnings.map(({ message }) => message)).toEqual([
    'There are 5 profiles in what was given. The HTML file holds “sum of 3 listings” with its listings, and no other.',
  ])
})

test('of two listings it holds the first, and says so', async () => {
  const { read, warnings } = await written(...listings.slice(0, 2))
  expect(read.profile.title).toBe('1')
  expect(warnings.map(({ message }) => message)).toEqual([
    'There are 2 profiles in what was given. The HTML file holds the first of them, “1”.',
  ])
})
