import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sortFiles } from '../../src/index.ts'
import { filesBelow } from '../files.ts'
import { zipFiles } from './zipFiles.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcflame-'))
  mkdirSync(join(folder, 'run/ü #1/9'), { recursive: true })
  writeFileSync(join(folder, 'run/ü #1/9/list.txt'), `first\n${'a line\n'.repeat(9999)}`)
  writeFileSync(join(folder, 'run/empty'), '')
  writeFileSync(join(folder, 'secret'), 'elsewhere\n')
  symlinkSync(join(folder, 'secret'), join(folder, 'run/link'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const zip = async (files: Parameters<typeof zipFiles>[0]) => {
  const bytes = await buffer(zipFiles(files))
  const sorted = await sortFiles([{ name: 'run', blob: new Blob([new Uint8Array(bytes)]) }])
  expect(sorted.failures).toEqual([])
  return Promise.all(
    sorted.texts.map(async ({ name, source }) => [
      name,
      Buffer.from(await source.slice(0, source.size).arrayBuffer()).toString(),
    ]),
  )
}

test('the page reads from it what lies in the folder, by the same paths, and much of one kind takes little room', async () => {
  const files = await filesBelow(join(folder, 'run'))
  expect(files.map(({ name }) => name)).toEqual(['run/empty', 'run/ü #1/9/list.txt'])
  expect(await zip(files)).toEqual([
    ['run/empty', ''],
    ['run/ü #1/9/list.txt', `first\n${'a line\n'.repeat(9999)}`],
  ])
  expect((await buffer(zipFiles(files))).length).toBeLessThan(2000)
})

test('what is gone by now is left out, and so is what has become a link to elsewhere', async () => {
  const [empty] = await filesBelow(join(folder, 'run'))
  const files = ['gone', 'link'].map(name => ({ name: `run/${name}`, path: join(folder, 'run', name) }))
  expect(await zip([...files, empty])).toEqual([['run/empty', '']])
})
