import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRun } from '../readRun.ts'
import { profileOfRun } from './profileOfRun.ts'

const source = (name: string) => ({
  name,
  source: new Blob([readFileSync(new URL(`../fixtures/cycles-O2/${name}`, import.meta.url))]),
})

test('raw names stand beside those of the same functions, and change nothing else', async () => {
  const result = await readRun(source('program'), [source('gmon.out')])
  if (!result.ok) throw new Error(result.errors[0].message)
  const { run, functions } = result.value
  const names = functions.name.map(name => `${name}()`)
  const mangled = profileOfRun(run, { names, symbols: functions.name }, 'run', [])
  expect(mangled.symbols?.map(symbol => `${symbol}()`)).toEqual(mangled.functions.name)
  const plain = profileOfRun(run, { names, symbols: names }, 'run', [])
  expect(plain.symbols).toBeNull()
  expect(plain).toEqual({ ...mangled, symbols: null })
})
