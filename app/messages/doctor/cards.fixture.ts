// A card of each kind, with as little known as there can be.

import type { Diagnosis } from '../../../src/index.ts'
import type { CardOf } from './cards.ts'

const f = { fn: 0, name: 'f' }
const main = { fn: 1, name: 'main' }
const range = { low: '0x400000', high: '0x401000', bins: 4, rate: 100 }
const card = <Name extends Diagnosis['card']>(name: Name) => ({ card: name, risk: 'amber', share: 0.5 }) as const
const none = { state: 'none', found: 0, expected: Number.NaN } as const

export const examples: { [Name in Diagnosis['card']]: CardOf<Name> } = {
  arcsNearLimit: { ...card('arcsNearLimit'), arcs: 45, limit: 50 },
  badRange: { ...card('badRange'), ranges: [range] },
  countedTwice: { ...card('countedTwice'), files: [{ file: 'gmon.sum', of: null }] },
  countOverflow: { ...card('countOverflow'), arcs: 1, heaviest: [{ caller: main, callee: f, count: 2 ** 31 }] },
  cutListing: {
    ...card('cutListing'),
    flatProfile: { state: 'part', found: 24, expected: Number.NaN },
    callGraph: none,
    leftOut: null,
    leftOutCount: 0,
    isKnown: false,
  },
  cycle: {
    ...card('cycle'),
    cycle: 0,
    number: 1,
    members: 40,
    time: 0,
    calls: Number.NaN,
    innerCalls: Number.NaN,
    loop: [],
    cut: null,
  },
  droppedArcs: { ...card('droppedArcs'), records: 1, ofRecords: 9, calls: 1 },
  fewSamples: {
    ...card('fewSamples'),
    samples: 1,
    first: { ...f, samples: 1 },
    second: null,
    apart: Number.NaN,
    longer: 100,
  },
  folded: {
    ...card('folded'),
    symbols: 1,
    heaviest: [{ name: 'f.cold', into: { fn: -1, name: '' }, samples: 0, calls: 3 }],
    samples: 0,
    calls: 3,
  },
  forks: { ...card('forks'), file: 'gmon.out', calls: ['fork'] },
  fullBins: {
    ...card('fullBins'),
    bins: 1,
    most: 65_535,
    fullAfter: Number.NaN,
    heaviest: [{ ...f, address: '0x400010', samples: 65_535 }],
  },
  inherited: { ...card('inherited'), files: 9, arcs: 1, calls: 8, callees: [{ ...f, calls: 8 }] },
  mangledNames: { ...card('mangledNames'), functions: 1, example: { fn: 0, name: '_Z1fv', means: 'f()' } },
  movedProgram: { ...card('movedProgram'), program: 'a.out', fit: 0, distance: '0x1000', fitMoved: 1, arcs: 4 },
  neighbour: {
    ...card('neighbour'),
    arcs: 1,
    calls: 5,
    heaviest: [{ booked: f, caller: { fn: -1, name: 'g' }, callee: main, calls: 5 }],
  },
  noArcs: { ...card('noArcs'), samples: Number.NaN, functions: 1 },
  noSamples: {
    ...card('noSamples'),
    arcs: 1,
    calls: 1,
    hasHistogram: false,
    samplePeriod: Number.NaN,
    ranges: [],
    runs: 34,
  },
  notCounted: { ...card('notCounted'), functions: 1, heaviest: [{ ...f, time: 1 }], time: 1 },
  nothingRecorded: { ...card('nothingRecorded'), bins: 0, rate: 0 },
  oddRate: { ...card('oddRate'), rate: 0, others: [] },
  onePart: { ...card('onePart'), part: 'flat', found: 3 },
  overwritten: { ...card('overwritten'), suspects: [{ kind: 'shared', file: 'gmon.out', other: null }] },
  profilingOverhead: {
    ...card('profilingOverhead'),
    routines: [],
    time: 0,
    before: 3,
    after: 3,
    leftOut: { names: ['mcount'], time: 1 },
  },
  recursion: { ...card('recursion'), functions: 1, heaviest: [{ ...f, calls: Number.NaN, selfCalls: 5, time: 1 }] },
  sameNames: {
    ...card('sameNames'),
    names: 1,
    heaviest: [
      {
        name: 'f',
        functions: [
          { ...f, label: 'f', time: 1 },
          { fn: 2, name: 'f', label: 'f [2]', time: 0 },
        ],
      },
    ],
  },
  smallFunctions: {
    ...card('smallFunctions'),
    functions: 1,
    heaviest: [{ ...f, calls: 1e9, perCall: 1.5 }],
    calls: 1e9,
    time: 1.5,
  },
  splitByCalls: {
    ...card('splitByCalls'),
    certain: 0.5,
    largest: { caller: main, callee: f, count: 1, ofCalls: 2, time: 1, least: 0, most: 2 },
  },
  spontaneous: {
    ...card('spontaneous'),
    functions: 1,
    heaviest: [{ ...f, time: 0, calls: 1 }],
    time: 0,
    inMain: Number.NaN,
  },
  strayTime: { ...card('strayTime'), functions: [{ fn: 2, name: 'frame_dummy', time: 1 }], time: 1 },
  stripped: {
    ...card('stripped'),
    program: 'a.out',
    debugFile: { buildId: '', name: '' },
    isByAddress: true,
    named: 0,
    unnamed: 1,
    stretches: 0,
  },
  threads: { ...card('threads'), starts: ['pthread_create'], roots: [] },
  timeOutside: { ...card('timeOutside'), time: 1, samples: Number.NaN, range: null },
  translated: { ...card('translated'), heading: { line: 3, text: 'Все образцы' } },
  uncoveredCode: { ...card('uncoveredCode'), ranges: [range], code: range, functions: 1, of: 9 },
  unreadLines: { ...card('unreadLines'), lines: 1, first: { line: 9, text: 'what `is` this' } },
  wrongExecutable: {
    ...card('wrongExecutable'),
    program: 'a.out',
    files: ['gmon.out'],
    ranges: [],
    code: range,
    fit: Number.NaN,
    samples: 0,
    arcs: 0,
  },
}
