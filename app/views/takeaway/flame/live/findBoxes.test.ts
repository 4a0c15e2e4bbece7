import { expect, test } from 'vitest'
import { type FlameTable, layoutFlame, levelEnd, levelsOf } from '../../../../../src/index.ts'
import { sampleProfile } from '../flamePicture.fixture.ts'
import { finderOf, foundShare, parentsOf } from './findBoxes.js'

test('a text is found in whatever case, an expression as it is written', () => {
  const names = ['SyncRepWait', 'syncrep_yy', 'LWLock']
  const found = (text: string) => {
    const finder = finderOf(text)
    return typeof finder === 'function' ? names.filter(finder) : finder
  }
  expect(found(' syncrep ')).toEqual(['SyncRepWait', 'syncrep_yy'])
  expect(found('/^Sync|k$/')).toEqual(['SyncRepWait', 'LWLock'])
  expect(found('/^sync/i')).toEqual(['SyncRepWait', 'syncrep_yy'])
  expect(found('.')).toEqual([])
  expect(found('/(/')).toBe(false)
  expect(found('  ')).toBe(null)
})

test('what is found within what is found is counted once', () => {
  const boxes = [
    { width: 0.6, isHit: false, parent: -1 },
    { width: 0.4, isHit: true, parent: -1 },
    { width: 0.5, isHit: true, parent: 0 },
    { width: 0.3, isHit: false, parent: 1 },
    { width: 0.2, isHit: true, parent: 2 },
    { width: 0.3, isHit: true, parent: 3 },
  ]
  expect(foundShare(boxes)).toBeCloseTo(0.9)
  expect(foundShare(boxes.map(one => ({ ...one, isHit: false })))).toBe(0)
})

/** As they are in a file, which has so many digits. */
const levelsIn = (table: FlameTable) =>
  Array.from(table.levelStart, (first, depth) =>
    Array.from({ length: levelEnd(table, depth) - first }, (_, i) => ({
      start: Number(table.start[first + i].toFixed(8)),
      width: Number(table.width[first + i].toFixed(8)),
    })),
  )

test.each(['backend.txt.gz', 'cyc.txt', 'walsender-excerpt.txt'])('the box above is found by place: %s', async name => {
  const table = layoutFlame(await sampleProfile(name), { cut: 1e-4, path: [] })
  expect(levelsOf(table)).toBeGreaterThan(5)
  expect(parentsOf(levelsIn(table))).toEqual([...table.parent])
})
