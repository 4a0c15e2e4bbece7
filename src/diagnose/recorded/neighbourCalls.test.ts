import { expect, test } from 'vitest'
import { drawnElf, drawnSum, type SymbolDrawn, sameRows } from './elfs.fixture.ts'
import { neighbourCalls } from './neighbourCalls.ts'

/** `tiny` begins 2 bytes into a stretch of 16, in which `before` ends. */
const symbols: SymbolDrawn[] = [
  { name: 'before', at: 0, size: 18 },
  { name: 'tiny', at: 18, size: 30 },
  { name: 'leaf', at: 64, size: 16 },
  { name: 'end', at: 128, size: 16 },
]

/** Code with a call at some byte, of what is at another. */
function withCall(at: number, to: number): Uint8Array<ArrayBuffer> {
  const code = new Uint8Array(256).fill(0x90)
  code[at] = 0xe8
  new DataView(code.buffer).setInt32(at + 1, to - (at + 5), true)
  return code
}

const found = (code: Uint8Array<ArrayBuffer>, from = 16) =>
  neighbourCalls({ ...drawnElf(symbols, code), sum: drawnSum([], [[from, 64 + 5, 1000]]) }, sameRows)

test('a call that stands in the second function of a stretch is found, and whom it is booked on', async () => {
  expect(await found(withCall(24, 64))).toEqual([
    {
      booked: { fn: 0, name: 'before' },
      caller: { fn: 1, name: 'tiny' },
      callee: { fn: 2, name: 'leaf' },
      calls: 1000,
    },
  ])
})

test('a call of the first function stays with it, even if it comes back to the last byte before the next', async () => {
  expect(await found(withCall(13, 64))).toEqual([])
})

test('without the call in the code, or with one of something else, nothing is said', async () => {
  expect(await found(new Uint8Array(256))).toEqual([])
  expect(await found(withCall(24, 128))).toEqual([])
})

test('a stretch with one function in it is not looked at', async () => {
  expect(await found(withCall(36, 64), 32)).toEqual([])
})

test('code that can no longer be read proves nothing', async () => {
  const drawn = drawnElf(symbols, withCall(24, 64))
  const gone = { size: 256, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) }
  const elf = { ...drawn.elf, sectionSource: () => gone }
  expect(await neighbourCalls({ ...drawn, elf, sum: drawnSum([], [[16, 69, 1]]) }, sameRows)).toEqual([])
})
