import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { formats } from '../src/index.ts'
import { convert } from './convert.ts'

const listing = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
 66.67      0.20     0.20        3    66.67    66.67  b
 33.33      0.30     0.10        5    20.00    20.00  a

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    0.30                 main [1]
                0.30    0.00       1/1           a <cycle 1> [3]
-----------------------------------------------
[2]    100.0    0.30    0.00       1+7       <cycle 1 as a whole> [2]
                0.20    0.00       3             b <cycle 1> [4]
                0.10    0.00       5+2           a <cycle 1> [3]
-----------------------------------------------
                                   2             a <cycle 1> [3]
                                   4             b <cycle 1> [4]
                0.30    0.00       1/1           main [1]
[3]     33.3    0.10    0.00       5+2       a <cycle 1> [3]
                                   3             b <cycle 1> [4]
                                   2             a <cycle 1> [3]
-----------------------------------------------
                                   3             a <cycle 1> [3]
[4]     66.7    0.20    0.00       3         b <cycle 1> [4]
                                   4             a <cycle 1> [3]
-----------------------------------------------
`

/** What a conversion of the listing writes to standard output, and what it says meanwhile. */
async function conversion(to: string): Promise<{ status: number; bytes: Buffer; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'arcflame-'))
  const file = join(folder, 'drawn.txt')
  writeFileSync(file, listing)
  const wrote = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    const status = await convert(['--to', to, file])
    return {
      status,
      bytes: Buffer.concat(wrote.mock.calls.map(([bytes]) => Buffer.from(bytes))),
      said: said.mock.calls.map(([text]) => String(text)).join(''),
    }
  } finally {
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true })
  }
}

async function converted(to: string): Promise<string> {
  const { status, bytes } = await conversion(to)
  expect(status).toBe(0)
  return bytes.toString()
}

test.each(formats)('$name is written, and one line on standard error says what it cannot hold', async format => {
  const { status, bytes, said } = await conversion(format.name)
  expect(status).toBe(0)
  expect(bytes.length).toBeGreaterThan(0)
  expect(said).toBe(`arcflame: ${format.title}: ${format.lacks}\n`)
})

test('what is binary is not written to a terminal', async () => {
  const before = process.stdout.isTTY
  process.stdout.isTTY = true
  try {
    const { status, bytes, said } = await conversion('pprof')
    expect([status, bytes.length]).toEqual([1, 0])
    expect(said).toContain('> NAME.pb.gz')
    expect((await conversion('csv')).status).toBe(0)
  } finally {
    process.stdout.isTTY = before
  }
})

test('the functions of a listing come out as they are printed, blank where they are blank', async () => {
  expect(await converted('csv')).toBe(`name,self,children,calls,selfCalls,cycle
b,0.2,0,3,0,1
a,0.1,0,5,2,1
main,0,0.3,,0,
`)
})

test('folded stacks are the paths of the flame chart, cycles as a whole, under lines that say what they are', async () => {
  const lines = (await converted('folded')).split('\n')
  expect(lines.filter(line => line.startsWith('# '))).toHaveLength(3)
  expect(lines.slice(3)).toEqual(['main;<cycle 1>;b 200000', 'main;<cycle 1>;a 100000', ''])
})

test('a file for speedscope has the same paths', async () => {
  const file = JSON.parse(await converted('speedscope'))
  expect(file.shared.frames.map(({ name }: { name: string }) => name)).toEqual(['main', '<cycle 1>', 'b', 'a'])
  expect(file.profiles).toHaveLength(1)
  expect(file.profiles[0].endValue).toBeCloseTo(0.3, 9)
})

test.each([
  ['no form', ['list.txt'], '`--to` and one of gprof, json'],
  ['an unknown form', ['--to', 'xml', 'list.txt'], '`--to` and one of gprof, json'],
  ['an unknown option', ['--form', 'json', 'list.txt'], '--form'],
  ['no file', ['--to', 'json'], 'needs a FILE'],
  ['a file that is not there', ['--to', 'json', 'no such file'], 'There is no file “no such file”.'],
  ['a folder without a profile', ['--to', 'json', `${import.meta.dirname}/open`], 'none is a gmon.out'],
  ['a table of processes in another format', ['--to', 'dot', '--processes', 'x'], 'csv or json'],
  ['a table and a choice of processes', ['--to', 'csv', '--processes', '--mean', 'x'], 'one or the other'],
  ['a file without a profile', ['--to', 'csv', `${import.meta.dirname}/convert.ts`], 'no line of it is a row'],
])('with %s the status is 1, and one line on standard error says why', async (_, args, reason) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const wrote = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const status = await convert(args)
  const lines = said.mock.calls.map(([text]) => String(text))
  const written = wrote.mock.calls.length
  vi.restoreAllMocks()
  expect(status).toBe(1)
  expect(written).toBe(0)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(reason)
  expect(lines[0].trim()).not.toContain('\n')
})
