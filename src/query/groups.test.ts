import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { GROUPS, groupsOf, prefixesOf } from './groups.ts'

test.each([
  ['SyncRepWakeQueue', ['Sync', 'SyncRep', 'SyncRepWake']],
  ['pq_getmsgint', ['pq_']],
  ['XLogSendPhysical', ['XLog', 'XLogSend']],
  ['LWLockAcquire', ['LW', 'LWLock']],
  ['__gmon_start__', ['__gmon_']],
  ['std::vector<int>::push_back(int)', ['std::']],
  ['void ns::detail::sort<int>(int*)', ['ns::', 'ns::detail::']],
  ['main', []],
  ['', []],
])('%s begins with %j', (name, prefixes) => {
  expect(prefixesOf(name)).toEqual(prefixes)
})

test('functions whose names begin alike are a group, the heaviest first, and the rest is in none', () => {
  const profile = profileOf(`
    main            1
    SyncRepWake     2
    SyncRepRelease  3
    SyncOneBuffer   0
    pq_get          4
    pq_put          5
    lonely_one      9`)
  const { group, prefix } = groupsOf(profile)
  expect(prefix).toEqual(['', 'pq_', 'SyncRep'])
  expect([...group]).toEqual([0, 2, 2, 0, 1, 1, 0])
})

test('children time counts too, and a function without time belongs to the group of its name', () => {
  const profile = profileOf(`
    pg_main  0 -> pg_work x1, xx_a x1, xx_b x1
    pg_work  1
    xx_a     1
    xx_b     1
    xx_none  0`)
  const { group, prefix } = groupsOf(profile)
  expect(prefix).toEqual(['', 'pg_', 'xx_'])
  expect([...group]).toEqual([1, 1, 2, 2, 2])
})

test('there are at most five groups', () => {
  const names = Array.from({ length: 20 }, (_, i) => `${'abcdefghij'[i >> 1]}x_${i}`)
  const profile = profileFrom(
    names,
    names.map(() => 1),
    [],
  )
  const { group, prefix } = groupsOf(profile)
  expect(prefix.length).toBe(GROUPS + 1)
  expect(Math.max(...group)).toBe(GROUPS)
})
