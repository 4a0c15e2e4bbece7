import { expect, test } from 'vitest'
import { titleCollector } from './processTitles.ts'

const numbers = new Set([8592, 8723, 8767, 12])

function collected(texts: string[], of: ReadonlySet<number>) {
  const collector = titleCollector(of)
  const tells = texts.map(collector.add)
  return { tells, titles: collector.take() }
}

const titles = (...texts: string[]) => Object.fromEntries(collected(texts, numbers).titles)

test('ps without headings, several times: the last counts', () => {
  expect(
    titles(`Mon Nov 23 01:58:29 UTC 2026
 8592     1      14 00:00:00 inst/bin/postgres -D data
 8723  8592      10 00:00:00 postgres: walsender rep 127.0.0.1(55056) streaming 0/DE50D30
 8767  8592       8 00:00:00 postgres: app shop 127.0.0.1(55106) UPDATE waiting
Mon Nov 23 01:58:38 UTC 2026
 8723  8592      18 00:00:01 postgres: walsender rep 127.0.0.1(55056) streaming 0/146CDC60
 8767  8592      16 00:00:00 [postgres] <defunct>
 9999  8592      16 00:00:00 sleep 10`),
  ).toEqual({
    8592: 'inst/bin/postgres -D data',
    8723: 'walsender rep 127.0.0.1(55056) streaming 0/146CDC60',
    8767: 'app shop 127.0.0.1(55106) UPDATE waiting',
  })
})

test.each([
  [
    'ps -ef',
    `UID          PID    PPID  C STIME TTY          TIME CMD
postgres    8592       1  0 01:58 ?        00:00:00 /usr/bin/postgres -D /data
postgres    8723    8592  0 01:58 ?        00:00:00 postgres: 15/main: walwriter`,
  ],
  [
    'ps -ef without headings',
    `postgres    8592       1  0 01:58 ?        00:00:00 /usr/bin/postgres -D /data
postgres    8723    8592  0 Nov23 ?        00:00:00 postgres: walwriter`,
  ],
  [
    'ps aux',
    `USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
postgres    8592  0.0  0.2 213880 29696 ?        Ss   01:58   0:00 /usr/bin/postgres -D /data
postgres    8723  1.5  0.1 214016  9216 pts/0    S+   01:58   0:01 postgres: walwriter`,
  ],
  [
    'ps x without headings',
    `   8592 ?        Ss     0:00 /usr/bin/postgres -D /data
   8723 ?        Ss     0:00 postgres: walwriter`,
  ],
  ['numbers and words', '8592 /usr/bin/postgres -D /data\n8723 walwriter'],
])('%s is understood', (_, text) => {
  expect(titles(text)).toEqual({ 8592: '/usr/bin/postgres -D /data', 8723: 'walwriter' })
})

const activity = ` pid  |  backend_type  | application_name | state
------+----------------+------------------+--------
 8723 | walsender      | standby1         | active
 8767 | client backend | bench            | idle
(2 rows)`

test('pg_stat_activity is understood as psql prints it, and as CSV', () => {
  expect(titles(activity)).toEqual({ 8723: 'walsender standby1', 8767: 'client backend bench' })
  expect(titles('datname,pid,usename,backend_type\n"shop",8767,"app","client backend"\n,8723,,walwriter')).toEqual({
    8767: 'client backend app shop',
    8723: 'walwriter',
  })
})

test('what ps says comes first, and the application behind it', () => {
  const ps = '8723 8592 10 00:00:00 postgres: walsender rep 127.0.0.1(55056) streaming 0/DE50D30'
  expect(titles(activity, ps)[8723]).toBe('walsender rep 127.0.0.1(55056) streaming 0/DE50D30 (standby1)')
})

test('ranks are not taken for the PIDs of a list of processes', () => {
  const ranks = new Set([0, 1, 2])
  const ps = 'PID TTY TIME CMD\n1 ? 00:00:01 /sbin/init\n2 ? 00:00:00 [kthreadd]'
  expect(collected([ps, '1 ? 00:00:01 init'], ranks).titles.size).toBe(0)
  expect(collected(['0 node7\n1 node7\n2 node8'], ranks).titles.get(2)).toBe('node8')
})

test('a text that tells of none is told apart from one that does', () => {
  const notes = 'Of 8723 samples, 12 were lost.\n12 more came late.\nchapter 12: 8723 ways\n12:30 started'
  const found = collected([notes, activity], numbers)
  expect(found.tells).toEqual([false, true])
  expect(found.titles.get(12)).toBe(undefined)
})
