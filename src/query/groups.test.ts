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
  const [pq, sync] = ['pq_', 'SyncRep'].map(each => prefix.indexOf(each))
  expect(prefix.filter(each => each !== '')).toHaveLength(2)
  expect([...group]).toEqual([0, sync, sync, 0, pq, pq, 0])
})

test('children time counts too, and a function without time belongs to the group of its name', () => {
  const profile = profileOf(`
    pg_main  0 -> pg_work x1, xx_a x1, xx_b x1
    pg_work  1
    xx_a     1
    xx_b     1
    xx_none  0`)
  const { group, prefix } = groupsOf(profile)
  const [pg, xx] = ['pg_', 'xx_'].map(each => prefix.indexOf(each))
  expect([...group]).toEqual([pg, pg, xx, xx, xx])
})

test('a group has the same number in every profile, unless a heavier one has it there', () => {
  const numberOf = (prefix: string, listing: string) => groupsOf(profileOf(listing)).prefix.indexOf(prefix)
  const alone = numberOf('pq_', 'pq_get 1\npq_put 1')
  expect(numberOf('pq_', 'xx_get 1\nxx_put 1\npq_get 9\npq_put 9\nyy_a 1\nyy_b 1')).toBe(alone)
  const numbers = groupsOf(profileOf('pq_get 9\npq_put 9\nxx_a 1\nxx_b 1\nyy_a 1\nyy_b 1')).prefix
  expect(new Set(numbers.filter(each => each !== '')).size).toBe(3)
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
