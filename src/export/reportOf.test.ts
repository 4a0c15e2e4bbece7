import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import { printReport } from './gprofReport.ts'
import { LineKind } from './reportLines.ts'
import { linksOf } from './reportLinks.ts'
import { type ReportOptions, reportOf } from './reportOf.ts'
import { type ReportText, textOfLine, textOfLines } from './reportText.ts'

const root = join(import.meta.dirname, '../..')
const asGprofDoes: ReportOptions = { brief: false, only: null, unused: false }

const fileOf = (path: string) => ({ name: path, blob: new Blob([readFileSync(join(root, path))]) })

async function readAll(...paths: string[]): Promise<ProfileRead[]> {
  const { result } = await readFiles(paths.map(fileOf))
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value
}

const readBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<ProfileRead> => {
  const { result } = await readFiles([{ name: 'x.txt', blob: new Blob([bytes]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

/** The lines as a person would read the map: kind, whose entry, and the text with the names that lead somewhere in «». */
function drawn(report: ReportText, profile: Profile): string {
  const kinds = Object.keys(LineKind)
  return Array.from({ length: report.length }, (_, line) => {
    let text = textOfLine(report, line)
    for (const { start, end } of linksOf(report, profile, line).reverse())
      text = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`
    const entry = report.entry[line] < 0 ? '' : ` of ${profile.functions.name[report.entry[line]]}`
    return `${kinds[report.kind[line]]}${entry}: ${text.trim().replace(/ {2,}/g, ' ')}`
  })
    .filter(line => !line.startsWith('text'))
    .join('\n')
}

const program = profileOf(`
  burn  0.30
  even  0.12 -> odd x4, even x2
  odd   0.03 -> even x3
  main  0    -> even x1, burn x5`)

const map = `flat: 66.67 0.30 0.30 5 60.00 60.00 «burn»
flat: 26.67 0.42 0.12 4 30.00 30.00 «even»
flat: 6.67 0.45 0.03 4 7.50 7.50 «odd»
caller of burn: 0.30 0.00 5/5 «main» [4]
primary of burn: [1] 66.7 0.30 0.00 5 «burn» [1]
caller of even: 2 «even» <cycle 1> [2]
caller of even: 3 «odd» <cycle 1> [3]
caller of even: 0.15 0.00 1/1 «main» [4]
primary of even: [2] 26.7 0.12 0.00 4+2 «even» <cycle 1> [2]
callee of even: 4 «odd» <cycle 1> [3]
callee of even: 2 «even» <cycle 1> [2]
caller of odd: 4 «even» <cycle 1> [2]
primary of odd: [3] 6.7 0.03 0.00 4 «odd» <cycle 1> [3]
callee of odd: 3 «even» <cycle 1> [2]
caller of main: <spontaneous>
primary of main: [4] 100.0 0.00 0.45 «main» [4]
callee of main: 0.30 0.00 5/5 «burn» [1]
callee of main: 0.15 0.00 1/1 «even» <cycle 1> [2]
primary: [5] 33.3 0.15 0.00 1+7 <cycle 1 as a whole> [5]
member: 0.12 0.00 4+2 «even» <cycle 1> [2]
member: 0.03 0.00 4 «odd» <cycle 1> [3]
index: [1] «burn» [3] «odd»
index: [2] «even» [5] <cycle 1>`

test('each line knows the function that it names and the entry that it is in', () => {
  expect(drawn(reportOf(program, null, asGprofDoes), program)).toBe(map)
})

test('of a listing the map is that of the file, with what stands around the listing', async () => {
  const { profile, source } = await readBytes(Buffer.from(`Look at this:\r\n\n${printReport(program)}\nWhat now?`))
  const report = reportOf(profile, source, asGprofDoes)
  expect(drawn(report, profile)).toBe(map)
  expect(textOfLine(report, 0)).toBe('Look at this:')
  expect(textOfLine(report, report.length - 1)).toBe('What now?')
})

test('of several listings in a file, each profile has the lines of its own', async () => {
  const text = printReport(program)
  const { result } = await readFiles([
    { name: 'two.txt', blob: new Blob([text, '\n', text.replaceAll('burn', 'blaze')]) },
  ])
  const [first, second] = result.ok ? result.value : []
  const names = ({ profile, source }: ProfileRead) => drawn(reportOf(profile, source, asGprofDoes), profile)
  expect(names(first)).toBe(map)
  expect(names(second)).toBe(map.replaceAll('burn', 'blaze'))
})

test('names that look like other columns are found where they stand', async () => {
  const awkward = profileOf(`
    c      0.30
    1      0.12 -> c x4
    cycle  0.03 -> 1 x3, cycle x1
    [2]    0    -> cycle x1`)
  const report = reportOf(awkward, null, asGprofDoes)
  expect(drawn(report, awkward)).toMatch(/^caller of c:.* «1» \[2\]\nprimary of c: .* «c» \[1\]$/m)
  expect(drawn(report, awkward)).toMatch(/«\[2\]» \[4\]$/m)
})

test('names that are no UTF-8 are read as Latin-1, line by line', async () => {
  const text = printReport(profileOf('na\u00efve 0.1 -> gr\u00f6\u00dfe x1\n gr\u00f6\u00dfe 0.2'))
  const { profile, source } = await readBytes(Buffer.from(text, 'latin1'))
  const report = reportOf(profile, source, asGprofDoes)
  expect(textOfLines(report, 0, report.length)).toBe(text)
  expect(drawn(report, profile)).toContain('«naïve»')
})

const fixtures = join(root, 'src/fixtures')
const cases = [
  ...readdirSync(join(root, 'public/samples'))
    .filter(name => !name.endsWith('.json'))
    .map(name => [`public/samples/${name}`]),
  ...readdirSync(fixtures)
    .filter(name => existsSync(join(fixtures, name, 'program')))
    .map(name => [`src/fixtures/${name}/program`, `src/fixtures/${name}/gmon.out`]),
]

test.each(cases)('in %s every row and entry leads to the function whose name stands there', async (...paths) => {
  for (const { profile, source } of await readAll(...paths)) {
    const report = reportOf(profile, source, asGprofDoes)
    const { name, self, index } = profile.functions
    let rows = 0
    for (let line = 0; line < report.length; line++) {
      const text = textOfLine(report, line)
      const [kind, fn] = [report.kind[line], report.fn[line]]
      // What looks like a line of an entry is one.
      if (/^[ \d].*\S \[\d+\]$/.test(text) && !text.includes(' as a whole> [')) expect(fn).toBeGreaterThanOrEqual(0)
      if (fn < 0) continue
      rows++
      const [link] = linksOf(report, profile, line)
      expect(text.slice(link.start, link.end)).toBe(name[link.fn])
      if (kind === LineKind.flat) {
        expect(text.trimEnd().endsWith(name[fn])).toBe(true)
        expect(Math.abs(Number(text.trim().split(/\s+/)[2]) - self[fn])).toBeLessThan(0.0051)
      } else {
        expect(Number(/[[(](\d+)[\])]\s*$/.exec(text)?.[1])).toBe(index[fn])
        const owner = report.entry[line] < 0 ? '' : name[report.entry[line]]
        if (kind === LineKind.primary) expect(owner).toBe(name[fn])
      }
    }
    if (profile.total > 0) expect(rows).toBeGreaterThan(0)
  }
})
