import fc from 'fast-check'
import { Profile as ProfileProto } from 'pprof-format'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { toPprof } from './pprof.ts'

/** Samples as `main;a;f calls/time`, and what else a file says. */
function read(profiles: Profile[]) {
  const file = ProfileProto.decode(toPprof(profiles)!)
  const text = (row: number | bigint) => file.stringTable.strings[Number(row)]
  const functionOf = new Map(file.function.map(each => [each.id, each]))
  const nameOf = new Map(file.location.map(({ id, line }) => [id, text(functionOf.get(line[0].functionId)?.name ?? 0)]))
  const kind = ({ type, unit }: { type: number | bigint; unit: number | bigint }) => `${text(type)}/${text(unit)}`
  return {
    file,
    samples: file.sample.map(({ locationId, value, label }) => ({
      stack: locationId.map(id => nameOf.get(id)).reverse(),
      value: value.map(Number),
      label: label.map(({ key, str }) => `${text(key)}=${text(str)}`),
    })),
    types: file.sampleType.map(kind),
    period: file.periodType && `${file.period} ${kind(file.periodType)}`,
    systemNames: file.function.map(({ systemName }) => text(systemName)),
    comments: file.comment.map(text),
    usual: text(file.defaultSampleType),
  }
}

const shared = profileOf(`
  main 1 -> a x1, b x1
  a    1 -> f x3
  b    4 -> f x1
  f    4`)

test('a sample is a path, leaf first, with its calls and nanoseconds', () => {
  const { samples, types, period, comments, usual, file } = read([shared])
  expect(types).toEqual(['calls/count', 'time/nanoseconds'])
  expect(usual).toBe('time')
  expect(period).toBe('10000000 time/nanoseconds')
  expect(samples.map(({ stack, value }) => `${stack.join(';')} ${value}`).sort()).toEqual([
    'main 1,1000000000',
    'main;a 1,1000000000',
    'main;a;f 3,3000000000',
    'main;b 1,4000000000',
    'main;b;f 1,1000000000',
  ])
  expect(comments[1]).toContain('estimates')
  expect([file.mapping, file.timeNanos, file.durationNanos]).toEqual([[], 0, 0])
})

test('other units are counted in millionths, and an unknown sample period is not there', () => {
  const { types, period, samples } = read([{ ...shared, unit: 'cycles', samplePeriod: Number.NaN }])
  expect(types[1]).toBe('time/millionths of cycles')
  expect(period).toBeUndefined()
  expect(samples[0].value[1]).toBe(1_000_000)
})

test('of several profiles, samples are labelled with the title', () => {
  const other = { ...profileOf('main 2'), title: 'second', samplePeriod: 0.001 }
  const { samples, period } = read([shared, other])
  expect(samples.at(0)?.label).toEqual(['profile=drawn'])
  expect(samples.at(-1)).toEqual({ stack: ['main'], value: [1, 2e9], label: ['profile=second'] })
  expect(period).toBeUndefined()
  expect(read([shared]).samples[0].label).toEqual([])
})

test('mangled names are system names, and a name is text, whatever is in it', () => {
  const name = ['main', 'f(int)\n\u0000"é', '']
  const profile = profileFrom(name, [1, 1, 1], [[0, 1, 1]])
  const { samples, systemNames } = read([{ ...profile, symbols: ['main', '_Z1fi', ''] }])
  expect(samples.map(({ stack }) => stack)).toEqual([['main'], [''], ['main', name[1]]])
  expect(systemNames).toEqual(['main', '', '_Z1fi'])
  expect(read([profile]).systemNames).toEqual(['', '', ''])
})

test('by function, values add up to its figures, rounded once', () => {
  fc.assert(
    fc.property(anyProfile(), profile => {
      const { functions } = profile
      const { samples } = read([profile])
      for (const [fn, name] of functions.name.entries()) {
        const own = samples.filter(({ stack }) => stack.at(-1) === name)
        const sum = (type: number) => own.reduce((total, { value }) => total + value[type], 0)
        expect(sum(1)).toBe(Math.round(functions.self[fn] * 1e9))
        const recorded = (functions.calls[fn] || 0) + functions.selfCalls[fn]
        expect([recorded, recorded + 1]).toContain(sum(0)) // one more where it is spontaneous
      }
      expect(samples.every(({ value }) => value.every(part => part >= 0))).toBe(true)
    }),
  )
})

test('the same profile gives the same bytes, and nothing spent and nothing called no samples', () => {
  expect(toPprof([shared])).toEqual(toPprof([structuredClone(shared)]))
  const none = profileFrom(['f'], [0], [])
  expect(read([{ ...none, arcs: { ...none.arcs, length: 0 } }]).samples).toEqual([])
  expect(read([none]).samples).toEqual([{ stack: ['f'], value: [1, 0], label: [] }])
})
