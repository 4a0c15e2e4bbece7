import { expect, test } from 'vitest'
import { drawnElf, TEXT } from '../diagnose/recorded/elfs.fixture.ts'
import { readCodeStarts } from './codeStarts.ts'

const bytesOf = (text: string) => Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], byte => Number.parseInt(byte, 16))

/** What an executable tells that begins with this code, as `0x1000 _start`. */
async function startsOf(code: string, machine = 62): Promise<string[]> {
  const { elf } = drawnElf([], bytesOf(code))
  const starts = await readCodeStarts({ ...elf, machine })
  return starts.map(({ at, name }) => `0x${at.toString(16)} ${name}`)
}

test.each([
  ['by its address, in an executable that lies where it was linked', '31ed 48c7c740110000 ff15c82e0000', '0x1140 main'],
  ['by its distance, in one that may lie anywhere', '31ed 488d3d37010000 ff15c82e0000', '0x1140 main'],
  ['before a call to a library that is linked in', '31ed 488d3d37010000 67e800010000', '0x1140 main'],
])('main is found %s', async (_, code, main) => {
  expect(await startsOf(code)).toEqual([`0x${TEXT.toString(16)} _start`, main])
})

test.each([
  ['of another kind', '31ed 488d3d37010000 909090909090', 62],
  ['that is cut', '31ed 488d3d370100', 62],
  ['of another machine', '31ed 488d3d37010000 ff15c82e0000', 3],
])('in code %s, it is not', async (_, code, machine) => {
  expect(await startsOf(code, machine)).toEqual(['0x1000 _start'])
})

test('what runs before and after main is told, and the lists of functions that do', async () => {
  const { elf } = drawnElf([])
  const section = elf.sections[0]
  const initArray = 14
  const list = bytesOf('30110000 00000000 00000000 00000000 5011')
  const starts = await readCodeStarts({
    ...elf,
    machine: 3,
    sections: [
      section,
      { ...section, name: '.init', address: 0x800n },
      { ...section, name: '.fini', address: 0x2000n },
      { ...section, name: '.init_array', type: initArray },
    ],
    sectionSource: ({ type }) => new Blob(type === initArray ? [list] : []),
  })
  expect(starts).toEqual([
    { at: 0x1000n, name: '_start' },
    { at: 0x800n, name: '_init' },
    { at: 0x2000n, name: '_fini' },
    { at: 0x1130n, name: '' },
    { at: 0n, name: '' },
  ])
})

test('of lists that are longer, or more, than any program has, as much is taken as one may have', async () => {
  const { elf } = drawnElf([])
  const section = { ...elf.sections[0], name: '.init_array', type: 14 }
  const sections = Array.from({ length: 9 }, () => ({ ...section }))
  const starts = await readCodeStarts({ ...elf, sections, sectionSource: () => new Blob([new Uint8Array(2 ** 20)]) })
  expect(starts.length).toBe(1 + 2 ** 16 / 8)
})
