import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  applyTransforms,
  findMatches,
  functionByLabel,
  labelsOf,
  type Profile,
  type ProfileRead,
  readFiles,
} from '../../../src/index.ts'
import { guideEn } from '../../messages/guide/en.ts'
import type { GuidedSample } from '../../messages/guide/guide.ts'
import { guideZh } from '../../messages/guide/zh.ts'
import type { Sample } from '../../state/samples.ts'
import { parseView, printView } from '../../state/url.ts'
import { initialView } from '../../state/view.ts'
import { guideOf, guides, viewOfStep } from './guides.ts'

const samples: Sample[] = JSON.parse(readFileSync('public/samples/index.json', 'utf8'))
const guided = Object.keys(guides) as GuidedSample[]
const fileOf = (name: GuidedSample) => {
  const file = samples.find(sample => sample.name === name)?.file ?? ''
  return { name: file, bytes: readFileSync(`public/samples/${file}`) }
}

async function readSample(sample: GuidedSample): Promise<ProfileRead> {
  const { name, bytes } = fileOf(sample)
  const { result } = await readFiles([{ name, blob: new Blob([bytes]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

/** Whether each function calls the next one, from one that nobody calls. */
function isPath({ arcs }: Profile, path: number[]): boolean {
  const calls = (caller: number, callee: number) =>
    arcs.caller.some((from, arc) => from === caller && arcs.callee[arc] === callee)
  return path.every((fn, i) => calls(i === 0 ? -1 : path[i - 1], fn))
}

test('the samples that are said to have notes have them, and no others', () => {
  expect(
    samples
      .filter(sample => sample.guided)
      .map(({ name }) => name as string)
      .sort(),
  ).toEqual(guided.sort())
})

test('a view is on the notes of its sample, if somebody asked for them and there are any', () => {
  expect(guideOf({ ...initialView, sample: 'cyc', guide: 1 })).toBe('cyc')
  expect(guideOf({ ...initialView, sample: 'cyc' })).toBeNull()
  expect(guideOf({ ...initialView, sample: 'num', guide: 1 })).toBeNull()
  expect(guideOf({ ...initialView, sample: 'toString', guide: 1 })).toBeNull()
})

describe.each(guided)('the notes on %s', sample => {
  test.each([1, 2, 3])('step %i is a link, on a wide screen and on a narrow one', step => {
    for (const narrow of [false, true]) {
      const view = viewOfStep(sample, step, narrow)
      expect(parseView(printView(view)).view).toEqual(view)
      expect(guideOf(view)).toBe(sample)
    }
  })

  test('each step finds in the sample all that its view names', async () => {
    const { profile, processes } = await readSample(sample)
    for (const { view } of guides[sample]) {
      const { fn = '', zoom = [], query = '', transforms = [], processes: chosen = [], against } = view
      if (fn !== '') expect(functionByLabel(profile, fn), fn).toBeGreaterThanOrEqual(0)
      expect(
        isPath(
          profile,
          zoom.map(name => functionByLabel(profile, name)),
        ),
      ).toBe(true)
      if (query !== '') expect(findMatches(profile, query)?.rows.length, query).toBeGreaterThan(0)
      for (const name of [...chosen, ...(against?.processes ?? [])]) expect(processes?.table.name).toContain(name)
      for (const { matched, error } of applyTransforms(profile, transforms).steps) {
        expect(error).toBeNull()
        expect(matched).toBeGreaterThan(0)
      }
    }
  })

  test.each([
    ['English', guideEn],
    ['Chinese', guideZh],
  ])('what stands between backticks stands in the sample: %s', async (_, { notes }) => {
    const { profile, processes } = await readSample(sample)
    const { name, bytes } = fileOf(sample)
    const text = name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
    const known = name.endsWith('.arcflame')
      ? [...labelsOf(profile), ...(processes?.table.name ?? [])].join('\n')
      : text
    const quoted = notes[sample].flatMap(({ says }) => says.match(/`[^`]+`/g) ?? [])
    expect(quoted.length).toBeGreaterThan(0)
    expect(quoted.filter(each => !known.includes(each.slice(1, -1)))).toEqual([])
  })
})

test('leaving out the call from M to F ends their cycle, as its note says', async () => {
  const { profile } = await readSample('cyc')
  const [, , { view }] = guides.cyc
  const { profile: cut } = applyTransforms(profile, view.transforms ?? [])
  expect(profile.functions.cycle[functionByLabel(profile, 'M')]).toBeGreaterThanOrEqual(0)
  expect(cut.functions.cycle[functionByLabel(cut, 'M')]).toBe(-1)
})
