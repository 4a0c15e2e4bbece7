import { expect, test } from 'vitest'
import { drawnElf, drawnSum, sameRows } from './elfs.fixture.ts'
import { foldedSymbols } from './foldedSymbols.ts'
import { importsOf } from './imports.ts'

const symbols = [
  { name: 'alpha', at: 0, size: 32 },
  { name: 'beta.part.0', at: 32, size: 16, isStatic: true },
  { name: 'gamma', at: 64, size: 32 },
  { name: 'gamma_too', at: 64, size: 32 },
  { name: 'delta.isra.0', at: 96, size: 16, isStatic: true },
  { name: 'end', at: 128, size: 16 },
]

test('a part that the compiler made has the samples and calls within it, and the function before is told', () => {
  const { elf, functions } = drawnElf(symbols)
  const sum = drawnSum(
    [
      [0, 5], // in alpha
      [32, 3],
      [44, 4], // the last bytes of beta.part.0
      [48, 9], // behind it, where nothing is
      [64, 2],
    ],
    [
      [4, 100, 7],
      [4, 70, 1],
    ],
  )
  expect(foldedSymbols({ elf, functions, sum }, sameRows)).toEqual([
    { name: 'beta.part.0', fn: 0, samples: 7, calls: 0 },
    { name: 'delta.isra.0', fn: 1, samples: 0, calls: 7 },
  ])
})

test('a second name for a function, and a part in which nothing happened, are none', () => {
  const { elf, functions } = drawnElf(symbols)
  const sum = drawnSum([[68, 4]], [[4, 68, 1]])
  expect(foldedSymbols({ elf, functions, sum }, sameRows)).toEqual([])
})

test('what a program takes from libraries is known without its versions', () => {
  const { elf } = drawnElf([{ name: 'fork@GLIBC_2.2.5' }, { name: 'printf' }, { name: 'main', at: 0, size: 16 }])
  expect([...importsOf(elf.symbols)]).toEqual(['fork', 'printf'])
})
