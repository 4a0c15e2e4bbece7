// Cards that a profile raises by its figures alone.

import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { cardOf, ofProfile } from './diagnosed.fixture.ts'

interface Case {
  card: Diagnosis['card']
  raisedBy: Profile
  /** What the card says, as far as the test is about it. */
  says: object
  notBy: Profile
}

const plain = profileOf(`
  main 2 -> f x10
  f    4`)

const cases: Case[] = [
  {
    card: 'noSamples',
    raisedBy: profileOf('main 0 -> f x10\n f 0 -> g x20'),
    says: { risk: 'amber', share: 1, arcs: 2, calls: 30, runs: 34, place: { kind: 'measure', measure: 'calls' } },
    notBy: profileOf('main 0 -> f x10\n f 0.01'),
  },
  {
    card: 'noArcs',
    raisedBy: profileOf('main 0.5\n f 0.25'),
    says: { risk: 'amber', samples: 75, functions: 2, command: [expect.stringMatching(/^make .*-pg/)] },
    notBy: profileOf('main 0.5 -> f x1\n f 0.25'),
  },
  {
    card: 'fewSamples',
    raisedBy: profileOf('main 0 -> f x1, g x1\n f 0.11\n g 0.08'),
    says: {
      risk: 'amber',
      samples: 19,
      first: { name: 'f', samples: 11 },
      second: { name: 'g', samples: 8 },
      apart: expect.closeTo(3 / Math.sqrt(19), 9),
      longer: 10,
      command: ['for i in $(seq 10); do GMON_OUT_PREFIX=run ./PROGRAM; done', 'gprof -s ./PROGRAM run.*'],
    },
    notBy: profileOf('main 0 -> f x1, g x1\n f 1.00\n g 0.99'),
  },
  {
    card: 'countOverflow',
    raisedBy: profileOf('main 1 -> f x2147483648, g x2147483648\n f 2'),
    says: {
      risk: 'amber',
      share: 1,
      arcs: 2,
      heaviest: [{ caller: { name: 'main' }, callee: { name: 'f' }, count: 2 ** 31 }, { callee: { name: 'g' } }],
    },
    notBy: profileOf('main 1 -> f x2147483647\n f 2'),
  },
  {
    card: 'strayTime',
    raisedBy: profileOf('main 8 -> f x1\n f 1\n frame_dummy 1'),
    says: { risk: 'amber', share: 0.1, time: 1, functions: [{ name: 'frame_dummy', time: 1 }] },
    notBy: profileOf('main 8 -> f x1\n f 2\n frame_dummy 0'),
  },
  {
    card: 'notCounted',
    raisedBy: profileOf('main 1 -> f x2\n f 1\n memcpy 2\n strlen 1\n frame_dummy 3'),
    says: { risk: 'amber', share: 3 / 8, functions: 2, time: 3, heaviest: [{ name: 'memcpy' }, { name: 'strlen' }] },
    notBy: profileOf('main 1 -> f x2\n f 1\n handler 2 -> f x1\n frame_dummy 3'),
  },
  {
    card: 'profilingOverhead',
    raisedBy: profileOf('main 6 -> f x2\n f 2\n mcount 1\n __mcount_internal 1'),
    says: {
      risk: 'amber',
      share: 0.2,
      time: 2,
      before: 10,
      after: 8,
      routines: [{ name: 'mcount' }, { name: '__mcount_internal' }],
      leftOut: { time: 0 },
      place: { kind: 'transform', transform: { kind: 'ignore', match: '/^(mcount|__mcount_internal)$/' } },
    },
    notBy: profileOf('main 6 -> f x2\n f 2\n account 1'),
  },
  {
    card: 'spontaneous',
    raisedBy: profileOf('main 1 -> f x1\n f 2\n handler 0.5 -> f x1\n compare 1'),
    says: {
      risk: 'note',
      functions: 1,
      time: 1.5,
      share: 1.5 / 4.5,
      inMain: 2,
      heaviest: [{ name: 'handler', time: 1.5, calls: 1 }],
    },
    notBy: profileOf('main 1 -> f x1\n f 2\n _GLOBAL__sub_I_x 0 -> f x1\n compare 1'),
  },
  {
    card: 'cycle',
    raisedBy: profileOf(`
      main 0 -> a x1
      a    1 -> b x9, c x5
      b    1 -> c x9
      c    1 -> d x9
      d    1 -> b x2, a x1`),
    says: {
      risk: 'amber',
      share: 1,
      number: 1,
      members: 4,
      calls: 1,
      innerCalls: 35,
      time: 4,
      // b, c and d are as few, but a comes first.
      loop: [
        { name: 'a', calls: 5 },
        { name: 'c', calls: 9 },
        { name: 'd', calls: 1 },
      ],
      cut: [
        { caller: 'd', callee: 'b', calls: 2 },
        { caller: 'd', callee: 'a', calls: 1 },
      ],
      command: ['gprof -k d/b -k d/a ./PROGRAM gmon.out'],
    },
    notBy: profileOf('main 0 -> a x1\n a 1 -> b x9, a x3\n b 1'),
  },
  {
    card: 'splitByCalls',
    raisedBy: profileOf('main 0 -> a x1, b x1\n a 1 -> f x3\n b 1 -> f x1\n f 2'),
    says: {
      certain: 0.5,
      share: 0.5,
      largest: { caller: { name: 'a' }, callee: { name: 'f' }, count: 3, ofCalls: 4, time: 1.5, least: 0, most: 2 },
    },
    notBy: profileOf('main 0 -> a x1, b x1\n a 1 -> f x3\n b 1 -> g x1\n f 2\n g 1'),
  },
  {
    card: 'smallFunctions',
    raisedBy: profileOf('main 1 -> get x50000000\n get 1'),
    says: { share: 0.5, functions: 1, calls: 5e7, time: 1, heaviest: [{ name: 'get', calls: 5e7, perCall: 20 }] },
    notBy: profileOf('main 1 -> get x10000000\n get 1'),
  },
  {
    card: 'recursion',
    raisedBy: profileOf('main 1 -> f x2\n f 3 -> f x40'),
    says: { share: 0.75, functions: 1, heaviest: [{ name: 'f', calls: 2, selfCalls: 40, time: 3 }] },
    notBy: plain,
  },
  {
    card: 'sameNames',
    raisedBy: profileFrom(
      ['main', 'init', 'init'],
      [1, 2, 1],
      [
        [0, 1, 1],
        [0, 2, 1],
      ],
    ),
    says: {
      names: 1,
      share: 0.75,
      heaviest: [{ name: 'init', functions: [{ label: 'init [2]', time: 2 }, { label: 'init [3]' }] }],
    },
    notBy: plain,
  },
  {
    card: 'oddRate',
    raisedBy: { ...plain, samplePeriod: 2.32831e-10 },
    says: { risk: 'amber', rate: expect.closeTo(1 / 2.32831e-10, 0), others: [] },
    notBy: plain,
  },
  {
    card: 'threads',
    raisedBy: profileOf('main 1 -> f x1\n f 1\n start_thread 0 -> worker x2\n worker 2'),
    says: { risk: 'amber', share: 0.5, starts: ['start_thread'], roots: [{ name: 'start_thread' }] },
    notBy: profileOf('main 1 -> f x1\n f 1\n thread_count 0 -> worker x2\n worker 2'),
  },
]

test.each(cases)('$card is raised by a profile with its evidence, and not by one without', each => {
  expect(cardOf(ofProfile(each.raisedBy), each.card)).toMatchObject(each.says)
  expect(cardOf(ofProfile(each.notBy), each.card)).toBeUndefined()
})

test('a profile with nothing wrong raises no card at all', () => {
  expect(diagnose(ofProfile(plain))).toEqual([])
})

test('amber comes first, and of each kind what is about more time', () => {
  const cards = diagnose(
    ofProfile(
      profileOf(`
        main   0.35 -> f x2, g x1, h x1
        f      0.3
        g      0.2 -> f x1
        h      0.05 -> h x9
        memcpy 0.1`),
    ),
  )
  expect(cards.map(({ card, risk, share }) => `${risk} ${card} ${share.toFixed(2)}`)).toEqual([
    'amber fewSamples 1.00',
    'note splitByCalls 0.30',
    'note notCounted 0.10',
    'note recursion 0.05',
  ])
})

test('two functions as far apart as chance allows leave no doubt of their order', () => {
  const certain = profileOf('main 0 -> f x1, g x1\n f 0.60\n g 0.20')
  expect(cardOf(ofProfile(certain), 'fewSamples')).toMatchObject({ risk: 'note', apart: expect.closeTo(4.47, 2) })
})
