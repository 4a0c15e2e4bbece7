import { expect, test } from 'vitest'
import { drawnElf, type SymbolDrawn, TEXT } from '../diagnose/recorded/elfs.fixture.ts'
import type { ElfSection } from '../parse/elf.ts'
import { functionsByAddress } from './functionsByAddress.ts'

interface Drawn {
  /** Bytes of .text. */
  size?: number
  exported?: SymbolDrawn[]
  /** What the unwind table tells of, at bytes into .text. */
  ranges?: [at: number, size: number][]
  starts?: [at: number, name: string][]
  sections?: Partial<ElfSection>[]
  machine?: number
}

/** Functions of a drawn executable, a line each: from where, name. */
function found({ size = 256, exported = [], ranges = [], starts = [], sections = [], machine = 62 }: Drawn) {
  const { elf } = drawnElf(exported, new Uint8Array(size))
  const more = sections.map(each => ({ ...elf.sections[0], ...each }))
  const result = functionsByAddress(
    { ...elf, machine, sections: [...elf.sections, ...more], symbols: { ...elf.symbols, source: 'dynsym' } },
    {
      start: BigUint64Array.from(ranges, ([at]) => BigInt(TEXT + at)),
      size: Float64Array.from(ranges, ([, bytes]) => bytes),
    },
    starts.map(([at, name]) => ({ at: BigInt(TEXT + at), name })),
  )
  if (!result) return null
  const { functions, addressed } = result
  return { addressed, lines: functions.name.map((name, fn) => `${functions.address[fn].toString(16)} ${name}`) }
}

test('functions are called by where they begin, and the end of the code is marked', () => {
  expect(
    found({
      ranges: [
        [0, 0x50],
        [0x50, 0xb0],
      ],
    }),
  ).toEqual({ addressed: { named: 0, unnamed: 2, stretches: 0 }, lines: ['0 0x1000', '50 0x1050', '100 etext'] })
})

test('an exported name is kept, and so is one of the startup code unless there is such a name', () => {
  expect(
    found({
      exported: [{ name: 'api', at: 0x20, size: 0xe0 }],
      ranges: [
        [0, 0x20],
        [0x20, 0xe0],
      ],
      starts: [
        [0, '_start'],
        [0x20, 'ignored'],
      ],
    }),
  ).toEqual({ addressed: { named: 2, unnamed: 0, stretches: 0 }, lines: ['0 _start', '20 api', '100 etext'] })
})

test('code in no entry is a stretch of its own, unless there is no more of it than fills up', () => {
  const { lines, addressed } = found({
    ranges: [
      [0, 0x1d], // 3 bytes to the next multiple of 16
      [0x20, 0x20],
      [0x90, 0x31], // from 0x40 to 0x90 something is missing
      [0xcd, 0x33], // 12 bytes before an odd place are no filling
    ],
  })!
  expect(lines).toEqual([
    '0 0x1000',
    '20 0x1020',
    '40 0x1040-0x1090',
    '90 0x1090',
    'c1 0x10c1-0x10cd',
    'cd 0x10cd',
    '100 etext',
  ])
  expect(addressed).toEqual({ named: 0, unnamed: 4, stretches: 2 })
})

test('a part within a function leaves nothing unknown behind it', () => {
  const ranges: [number, number][] = [
    [0, 0x100],
    [0x40, 0x10],
  ]
  expect(found({ ranges })!.lines).toEqual(['0 0x1000', '40 0x1040', '100 etext'])
})

test('what has no code at it is no function, nor is a jump to a library', () => {
  expect(
    found({
      ranges: [
        [0, 0x100],
        [0x200, 0x10],
        [0x1000, 0x20],
      ],
      starts: [[-0x1000, '_start']],
      sections: [{ name: '.plt', address: BigInt(TEXT + 0x1000), size: 0x100 }],
    })!.lines,
  ).toEqual(['0 0x1000', '1100 etext'])
})

test('where most of the code is in no entry, there are no functions', () => {
  const ranges: [number, number][] = [[0, 0x300]]
  expect(found({ size: 0x600, ranges })).not.toBeNull()
  expect(found({ size: 0x601, ranges })).toBeNull()
  expect(found({ size: 0x600, starts: [[0, '_start']] })).toBeNull()
  expect(found({})).toBeNull()
  expect(found({ starts: [[0, '_start']] })).toBeNull()
})

test('on ARM, the lowest bit of an address is no part of it', () => {
  const arm = 40
  expect(found({ machine: arm, ranges: [[0, 0x100]], starts: [[1, '_start']] })!.lines[0]).toBe('0 _start')
})
