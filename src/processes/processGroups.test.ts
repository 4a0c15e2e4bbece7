import { expect, test } from 'vitest'
import { groupOfName, groupOfTitle } from './processGroups.ts'

test.each([
  ['checkpointer', 'checkpointer'],
  ['walsender pgcorp 127.0.0.1(55056) streaming 0/146CDC60', 'walsender'],
  ['walsender standby1', 'walsender'],
  ['walreceiver streaming 0/DE4E698', 'walreceiver'],
  ['wal sender process pgcorp 10.0.0.7(4711) streaming 0/DE4E698', 'wal sender'],
  ['startup recovering 00000001000000000000000D', 'startup'],
  ['autovacuum worker mydb', 'autovacuum worker'],
  ['logical replication worker for subscription 16395', 'logical replication worker'],
  ['parallel worker for PID 8801', 'parallel worker'],
  ['pgcorp postgres 127.0.0.1(55112) UPDATE waiting', 'client backend pgcorp postgres'],
  ['pgcorp postgres ::1(55112) idle in transaction', 'client backend pgcorp postgres'],
  ['pgcorp shop [local] SELECT', 'client backend pgcorp shop'],
  ['client backend pgcorp postgres pgbench', 'client backend pgcorp postgres'],
  ['client backend pgbench', 'client backend pgbench'],
  ['/usr/lib/postgresql/15/bin/postgres -D /data', 'postmaster'],
  ['solver --rank 12 --size 512 --seed 0x7ffe12', 'solver --rank # --size # --seed #'],
  ['worker 10.0.0.7:8080  job 550e8400-e29b-41d4-a716-446655440000', 'worker # job #'],
  ['httpd: idle', 'httpd: idle'],
])('“%s” is of the kind “%s”', (title, group) => {
  expect(groupOfTitle(title)).toBe(group)
})

test.each([
  ['8723', ''],
  ['forker.14661', 'forker.#'],
  ['avworker', 'avworker'],
  ['node7/12', 'node#/#'],
])('by its name, %s is of the kind “%s”', (name, group) => {
  expect(groupOfName(name)).toBe(group)
})
