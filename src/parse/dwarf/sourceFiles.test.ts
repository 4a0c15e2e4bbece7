import { expect, test } from 'vitest'
import type { Elf, ElfSection } from '../elf.ts'
import { sourceFilesOf } from './sourceFiles.ts'

test('line tables of nothing but zeros name no file', async () => {
  const section = { name: '.debug_line', flags: 0 } as ElfSection
  const zeros = new Blob([new Uint8Array(9_000_001)])
  const elf = {
    form: { wide: true, littleEndian: true },
    sections: [section],
    sectionSource: () => zeros,
  } as unknown as Elf
  expect(await sourceFilesOf(elf, BigUint64Array.of(1n, 2n))).toEqual(['', ''])
})
