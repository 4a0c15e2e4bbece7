import { describe, expect, test } from 'vitest'
import { newRow, type Row, Shape } from './row.ts'
import { readRow } from './rowGrammar.ts'

const shapeNames = Object.fromEntries(Object.entries(Shape).map(([name, shape]) => [shape, name]))

/** Shape of a line, and those figures of it that are not missing. */
function read(line: string) {
  const bytes = new TextEncoder().encode(line)
  const row: Row = newRow()
  const shape = shapeNames[readRow(bytes, 0, bytes.length, row)]
  const name = new TextDecoder().decode(bytes.subarray(row.nameStart, row.nameEnd))
  return { shape, row, name }
}

describe('a row of the flat profile', () => {
  test('has a time, a cumulative time, a self time, calls and a name', () => {
    const { shape, row, name } = read('  4.14      8.42     0.46  8551565     0.00     0.00  SetLatch')
    expect([shape, row.percent, row.cumulative, row.self, row.count, name]).toEqual([
      'flat',
      4.14,
      8.42,
      0.46,
      8551565,
      'SetLatch',
    ])
  })
  test('has no calls where they are blank, whatever the name begins with', () => {
    for (const called of ['WalSndLastCycleHandler', '3dtransform', '_init', 'nan', 'operator()(int)', '[abi:x] f()']) {
      const { shape, row, name } = read(` 71.65      7.96     7.96                             ${called}`)
      expect([shape, row.count, name]).toEqual(['flat', Number.NaN, called])
    }
  })
  test('keeps a number in square brackets that is part of the name', () => {
    expect(read('  0.00 0.02 0.00 1 0.00 0.00  int (&f<int>(int (&) [3])) [3]').name).toBe(
      'int (&f<int>(int (&) [3])) [3]',
    )
  })
  test('may have 0 calls and a share instead of times per call, as FreeBSD prints it', () => {
    const { shape, row, name } = read('  1.2    10.20     0.12        0   12.00%           tick [7]')
    expect([shape, row.count, row.percentDecimals, name]).toEqual(['flat', 0, 1, 'tick [7]'])
  })
  test('may hold nan and inf', () => {
    expect(read('  -nan      0.00     0.00    10000     0.00     0.00  f').shape).toBe('flat')
    expect(read('   nan       inf      inf                             f').row.self).toBe(Infinity)
  })
  test('may have shifted columns where numbers are large', () => {
    const { row, name } = read('100.00 262140.00 262140.00 1717986918000   152.59   152.59  f5')
    expect([row.self, row.count, name]).toEqual([262140, 1717986918000, 'f5'])
  })
  test('may have decimal commas', () => {
    expect(read(' 59,90      1,10     1,10 252321156     0,00     0,00  burn').row.percent).toBe(59.9)
  })
  test('is none if it ends before its name', () => {
    for (const cut of [
      '  4.14  8.42',
      '  4.14  8.42  0.46  855',
      '  4.14  8.42  0.46  855  0.0',
      '4.14 8.42 0.46 5 0.0 0.00 ',
    ])
      expect(read(cut).shape).toBe('text')
  })
})

describe('a row of the call graph', () => {
  test('is a primary line if it begins with its number', () => {
    const { shape, row, name } = read('[14]     9.9    0.12    0.98  947868+12      SyncRepReleaseWaiters [14]')
    expect([shape, row.percent, row.self, row.children, row.count, row.total, row.index, name]).toEqual([
      'primary',
      9.9,
      0.12,
      0.98,
      947868,
      12,
      14,
      'SyncRepReleaseWaiters',
    ])
  })
  test('is a primary line without calls if the function was never called', () => {
    const { shape, row } = read('[319]    0.0    0.00    0.00                 handle_sig_alarm [319]')
    expect([shape, row.count, row.total, row.index]).toEqual(['primary', Number.NaN, Number.NaN, 319])
  })
  test('has its whole number at the end, where the one in front is cut', () => {
    expect(read('[10001   0.0    0.00    0.00       3         f [100018]').row.index).toBe(100018)
  })
  test('is an arc if its count is a fraction', () => {
    const { shape, row, name } = read('                0.46    0.00 8551561/8551565     SetLatch [16]')
    expect([shape, row.self, row.children, row.count, row.total, row.index, name]).toEqual([
      'arc',
      0.46,
      0,
      8551561,
      8551565,
      16,
      'SetLatch',
    ])
  })
  test('may be an arc that nobody went along', () => {
    const { shape, row } = read('                0.00    0.00       0/0           abort [5]')
    expect([shape, row.count, row.total]).toEqual(['arc', 0, 0])
  })
  test('is about a function without an entry if its number is in round brackets', () => {
    const { shape, row } = read('                0.00    0.00       1/1           mcount (41)')
    expect([shape, row.index, row.excluded]).toEqual(['arc', 41, true])
  })
  test('is a call within a cycle, or of a function to itself, if it has a count only', () => {
    const { shape, row, name } = read('                                  3          a <cycle 1> [5]')
    expect([shape, row.count, row.cycle, row.index, name]).toEqual(['inner', 3, 1, 5, 'a'])
  })
  test('is the head of a cycle if its name is that of a cycle', () => {
    for (const whole of [
      '<cycle 4 as a whole> [3]',
      '<cycle 4 as a whole>\t[3]',
      '<Zyklus 4 als Ganzes> [3]',
      "<4'yi bütün> [3]",
    ]) {
      const { shape, row } = read(`[3]     91.7    1.77    0.00       1+5       ${whole}`)
      expect([shape, row.cycle, row.index, row.count, row.total]).toEqual(['cycleHead', 4, 3, 1, 5])
    }
  })
  test('is a member of a cycle if it has times and a plain count', () => {
    const { shape, row, name } = read('                3.50    0.00       2+7           cycfn2 <cycle 1> [3]')
    expect([shape, row.count, row.total, row.cycle, name]).toEqual(['member', 2, 7, 1, 'cycfn2'])
  })
  test('names no cycle by angle brackets that belong to a C++ name', () => {
    for (const template of [
      'f<int, 3>',
      'operator< <char, 3>',
      'operator< <char>',
      'operator<< <S 3 [4]>',
      'std::array<int>',
      'f<3>',
    ])
      expect([
        read(`   0.00    0.00       1/1           ${template} [9]`).row.cycle,
        read(`   0.00    0.00       1/1           ${template} [9]`).name,
      ]).toEqual([0, template])
  })
  test('may let the name touch the number before it, as on Darwin', () => {
    const { shape, row, name } = read('[3]     91.7    1.77    0.00      12+1234567_name [3]')
    expect([shape, row.count, row.total, name]).toEqual(['primary', 12, 1234567, '_name'])
  })
  test('is spontaneous in every language if it is one word in angle brackets', () => {
    for (const word of ['<spontaneous>', '<spontan>', '<самопроизвольно>', '<tự sinh>'])
      expect(read(`                                                 ${word}`).shape).toBe('spontaneous')
    for (const other of ['</pre>', '<a href="x">', '<cycle 1>']) expect(read(other).shape).toBe('text')
  })
  test('is none without its number at the end', () => {
    for (const cut of [
      '[2]  24.6  0.00  2.74   main',
      '  0.46  0.00 85/85  SetLatch [1',
      '  0.46  0.00 85/85',
      '  3   a <cycle 1>',
    ])
      expect(read(cut).shape).toBe('text')
  })
  test('needs no columns, and takes tabs for blanks', () => {
    expect(read('[2] 24.6 0.00 2.74 main [2]').shape).toBe('primary')
    expect(read('\t0.46\t0.00\t1/2\tSetLatch\t[16]').shape).toBe('arc')
  })
})

describe('other lines', () => {
  test('of dashes separate entries', () => {
    expect(read('-----------------------------------------------').shape).toBe('separator')
    expect(read('--- a/file').shape).toBe('text')
  })
  test('that begin with a number in brackets and no figures are cells of the index', () => {
    for (const cells of ['   [4] cycfn1                  [3] cycfn2', '  (41) mcount   [3] f', ' [10000 name'])
      expect(read(cells).shape).toBe('indexCells')
  })
  test('with a line number in front are no rows as they stand', () => {
    for (const line of [
      '12  71.65      7.96     7.96                             WalSnd',
      '13 [2]     24.6    0.00    2.74                 main [2]',
      '14                 0.00    2.74       1/1           PostmasterMain [3]',
      '15                                  3          a <cycle 1> [5]',
      '16                 1.02    0.00    3          b <cycle 1> [4]',
      '17 -----------------------------------------------',
      '18                                                 <spontaneous>',
    ])
      expect(read(line).shape).toBe('text')
  })
  test('of process lists, code and prose are no rows', () => {
    for (const line of [
      'digoal 49250 49230 23 16:13 ?        00:00:00 postgres: postgres postgres xxx.xxx.xxx.182(50024)',
      '49250 49230 23 16:13 ?        00:00:00 postgres: writer [3]',
      ' * Portions Copyright (c) 1996-2016, PostgreSQL Global Development Group',
      'static double table[] = { 0.5, 0.25, 0.125, x };',
      '   0.5, 0.25, 0.125, x',
      'avg-cpu:  1.23 0.00 0.45 0.00 0.00 98.3',
      '  1.23 0.00 0.45 0.00 0.00 98.3',
      '#define MAX [3]',
    ])
      expect(read(line).shape).toBe('text')
  })
})
