import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bsdGmon } from '../gmon.fixture.ts'
import type { ByteForm } from './byteReader.ts'
import { tracesOfBsd } from './gmonForm.ts'
import { readGmonOut } from './gmonOut.ts'

const forms = fc.record({ wide: fc.boolean(), littleEndian: fc.boolean() })

/** What monstartup() makes: a range rounded to whole bins, above the first page and below the stack. */
const gmons = fc
  .record({
    form: forms,
    perBin: fc.constantFrom(2, 4, 8, 16),
    bins: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(0xffff)), {
      minLength: 64,
      maxLength: 300,
      size: 'max',
    }),
    page: fc.integer({ min: 1, max: 0x7000 }),
    rate: fc.constantFrom(undefined, 0, 100, 1024),
    arcs: fc.nat(8),
  })
  .map(({ form, perBin, bins, page, rate, arcs }) => {
    const low = BigInt(page) * 0x1000n
    const high = low + BigInt(perBin * bins.length)
    const calls = Array.from({ length: arcs }, (_, i) => ({ from: low, self: low + BigInt(4 * i), count: i + 1 }))
    return {
      form,
      bytes: bsdGmon([{ low, high, bins, rate }, ...calls], form),
      histogramEnd: histogramEnd(form, rate, bins),
    }
  })

const histogramEnd = ({ wide }: ByteForm, rate: number | undefined, bins: number[]) =>
  (wide ? 20 : 12) + (rate === undefined ? 0 : 20) + 2 * bins.length

test('a BSD gmon.out is recognised in every form, whole or cut, and read as what it is', () => {
  fc.assert(
    fc.property(gmons, fc.double({ min: 0, max: 1, noNaN: true }), ({ form, bytes, histogramEnd }, share) => {
      expect(tracesOfBsd(bytes)).toMatchObject({ form, isCut: false })
      const least = Math.max(42, Math.ceil(histogramEnd / 64))
      const length = least + Math.floor(share * (bytes.length - least))
      const arcs = (length - histogramEnd) / (form.wide ? 24 : 12)
      const traces = tracesOfBsd(bytes.slice(0, length))
      expect(traces).toMatchObject({ form, isCut: !(arcs >= 0 && Number.isInteger(arcs)) })
      expect(traces?.header.claimed).toBe(histogramEnd)
      const read = readGmonOut(bytes.slice(0, length), form)
      expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(length < histogramEnd ? ['truncated'] : [])
    }),
  )
})

test('of a small histogram that is cut too little is left to tell it by, unless it has the mark of 4.4BSD', () => {
  const bins = new Uint16Array(20)
  const cut = (rate?: number) => tracesOfBsd(bsdGmon([{ low: 0x1000n, high: 0x1050n, bins, rate }]).slice(0, 50))
  expect([cut(), cut(100)?.isCut]).toEqual([null, true])
})

test('bytes at random are no BSD gmon.out', () => {
  const words = (most: number) => fc.array(fc.nat(most), { minLength: 4, maxLength: 12 })
  const files = fc.oneof(
    fc.uint8Array({ minLength: 0, maxLength: 200 }),
    words(0xfff).map(each => new Uint8Array(Uint32Array.from(each).buffer)),
    words(0xfff).map(each => new Uint8Array(BigUint64Array.from(each, BigInt).buffer)),
    fc.tuple(fc.nat(0xffff), fc.nat(0xffff)).map(([from, step]) => {
      return new Uint8Array(Uint32Array.from({ length: 40 }, (_, i) => from + i * step).buffer)
    }),
    fc.string({ minLength: 20 }).map(text => new TextEncoder().encode(text)),
  )
  fc.assert(
    fc.property(files, bytes => {
      expect(tracesOfBsd(bytes)).toBe(null)
    }),
    { numRuns: 20_000 },
  )
})

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['src/fixtures', 'public', '../shared/samples']
  .map(name => root + name)
  .filter(name => existsSync(name))

test('no other file at hand is one either, nor is what begins within it', () => {
  const taken: string[] = []
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = `${entry.parentPath}/${entry.name}`
      const bytes = new Uint8Array(readFileSync(path))
      for (const from of [0, 4, 8, 64, 512, 4096])
        if (from < bytes.length && tracesOfBsd(bytes.subarray(from)))
          taken.push(`${path.slice(root.length)} from ${from}`)
    }
  expect(taken).toEqual(['src/fixtures/bsd/gmon.out from 0'])
})
