import { describe, expect, test } from 'vitest'
import { readHeading, readSamplePeriod } from './headings.ts'

describe('a granularity line', () => {
  test.each([
    ['granularity: each sample hit covers 2 byte(s) for 2.22% of 0.45 seconds', 0.45],
    ['Granularität: jeder Stichprobentreffer deckt 2 Byte(s) ab für 0,55% von 1,83 Sekunden', 1.83],
    ['granularité : chaque échantillon recouvre 2 octet(s) pour 0.55% secondes sur 1.83', 1.83],
    ["Öğe boyu: her örnek 2 bayt içermektedir 0.55 saniyenin 1.83%'si için", 1.83],
    ['ngranularity: Each sample hit covers 4 bytes. Time: 1.17 seconds', 1.17],
  ])('tells the time in every language: %s', (line, total) => {
    expect(readHeading(line)).toMatchObject({ kind: 'granularity', total })
  })
  test('may say that there is no time', () => {
    expect(readHeading('granularity: each sample hit covers 2 byte(s) no time propagated')).toEqual({
      kind: 'granularity',
    })
  })
  test('of Solaris tells the sample period', () => {
    expect(readHeading('granularity: each pc-hit is considered 1 tick (@ 0.010 seconds per tick)')).toEqual({
      kind: 'granularity',
      period: 0.01,
    })
  })
})

describe('a sample line', () => {
  test('tells the period and the dimension', () => {
    expect(readHeading('Each sample counts as 0.01 seconds.')).toEqual({
      kind: 'samplePeriod',
      period: 0.01,
      unit: 'seconds',
    })
    expect(readHeading('Each sample counts as 2.32831e-10 fortnights.')).toMatchObject({
      period: 2.32831e-10,
      unit: 'fortnights',
    })
  })
  test('of an impossible rate tells no period', () => {
    expect(readHeading('Each sample counts as inf seconds.')).toMatchObject({ period: Number.NaN })
  })
  test('is read in other languages where it may stand', () => {
    const line = 'Jedes Muster zählt als 0,01 seconds.'
    expect(readHeading(line)).toBeNull()
    expect(readSamplePeriod(line, false)).toMatchObject({ period: 0.01, unit: 'seconds' })
    expect(readSamplePeriod('Her örnek 0.01 seconds sayılıyor.', false)).toMatchObject({ period: 0.01 })
  })
})

describe('names of columns', () => {
  test.each([
    ['%   cumulative   self              self     total', 'flatColumns'],
    ['time   seconds   seconds    calls   s/call   s/call  name', 'flatColumns'],
    ['temps   seconds   seconds   appels ms/appel ms/appel  nom', 'flatColumns'],
    ['index % time    self  children    called     name', 'graphColumns'],
    ['index  %time    self descendents  called+self    name    \tindex', 'graphColumns'],
    ['индекс % время    сама  потомок    вызван     имя', 'graphColumns'],
    ['Index % Zeit   Selb. Kinder      aufgerufen Name', 'graphColumns'],
    ['(K)        (K)                (K)        (K)', 'scale'],
  ])('%s', (line, kind) => {
    expect(readHeading(line)?.kind).toBe(kind)
  })
  test('give the dimension of times', () => {
    expect(readHeading('%      cycles     cycles    calls     /call      /call  name')).toEqual({
      kind: 'flatColumns',
      unit: 'cycles',
    })
  })
})

test('prose and code are no headings', () => {
  for (const line of [
    'It took 5 seconds.',
    '100% of users agree with this',
    'int main(void)',
    'gprof -b ./a.out gmon.out',
    '* latch.c',
    'a/b',
  ])
    expect(readHeading(line)).toBeNull()
})
