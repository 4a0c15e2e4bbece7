// With E2E_SET=1 (`npm run test:sets`) whatever a test opens is opened as a set of processes whose sum it is: all processes but one did nothing.
// So each test tells whether a sum is shown as a profile of one is. Beside a gmon.out lies one of the same program without
// samples and arcs; beside a listing, two of one of its functions without time.

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { kindOfFile } from '../src/fileKind.ts'
import { gnuGmon } from '../src/gmon.fixture.ts'
import type { ByteForm } from '../src/parse/byteReader.ts'
import { readGmonOut } from '../src/parse/gmonOut.ts'
import { readProfile } from '../src/readProfile.ts'
import type { TestFile } from './viewer.ts'

/** Whether profiles are opened as sets. */
export const isSet = process.env.E2E_SET === '1'

const wideLittle: ByteForm = { wide: true, littleEndian: true }

/** Files with what makes a set of them; the same ones where they are no profile of one process, whole and of one part. */
export async function asSet(files: readonly TestFile[]): Promise<TestFile[]> {
  const kinds = files.map(({ bytes }) => kindOfFile(bytes, bytes.length))
  const [gmon, ...more] = files.filter((_, i) => kinds[i] === 'gmon')
  if (gmon && more.length === 0 && kinds.includes('program')) {
    const silent = silentRun(gmon.bytes)
    return silent ? [...files, { name: `${gmon.name}.0`, bytes: silent }] : [...files]
  }
  if (files.length !== 1 || !['text', 'gzip'].includes(kinds[0])) return [...files]
  const listing = await silentListing(files[0])
  return listing ? [...files, ...[1, 2].map(n => ({ name: `silent.${n}`, bytes: listing }))] : [...files]
}

/** A GNU gmon.out with the histograms of another, of which no bin counted anything. */
function silentRun(bytes: Buffer): Buffer | null {
  const read = readGmonOut(bytes, wideLittle)
  if (!read.ok || read.warnings.length > 0) return null
  return Buffer.from(gnuGmon(read.value.histograms.map(each => ({ ...each, bins: new Uint16Array(each.bins.length) }))))
}

/** A flat profile without time, of a function of a listing that is whole; null for one that a sum would not have. */
async function silentListing({ name, bytes }: TestFile): Promise<Buffer | null> {
  const read = await readProfile([{ name, blob: new Blob([new Uint8Array(bytes)]) }])
  if (!read.ok || read.value.length > 1) return null
  const [{ functions, times, unit, samplePeriod }] = read.value
  if (times !== 'recomputed' || unit !== 'seconds' || !functions.name[0]) return null
  const period = Number.isNaN(samplePeriod) ? '' : `Each sample counts as ${samplePeriod} seconds.\n`
  return Buffer.from(`Flat profile:

${period} no time accumulated

  %   cumulative   self              self     total
 time   seconds   seconds    calls  Ts/call  Ts/call  name
  0.00      0.00     0.00                             ${functions.name[0]}
`)
}

const ofPair = (title: string) => title.replace(/ gmon\.out\b/, ', 2 processes')

/**
 * What the bar says of a profile of this title, opened as it may be: a set of listings is told with all of their titles,
 * and its sum alone, as links carry it, with its own.
 */
export function shownTitle(title: string): string | RegExp {
  if (!isSet) return title
  return title.endsWith('gmon.out') ? ofPair(title) : new RegExp(`${title}|sum of 3 listings`)
}

/** What a file is called that is saved of a profile of this title. */
export const savedName = (title: string, rest: string): string =>
  `${isSet ? (title.endsWith('gmon.out') ? ofPair(title) : 'sum of 3 listings') : title}${rest}`

/** The file of a sample that the page comes with. */
export function sampleFile(name: string): TestFile {
  const samples: { name: string; file: string }[] = JSON.parse(readFileSync('public/samples/index.json', 'utf8'))
  const file = samples.find(sample => sample.name === name)?.file ?? ''
  const bytes = readFileSync(`public/samples/${file}`)
  return file.endsWith('.gz') ? { name: file.slice(0, -3), bytes: gunzipSync(bytes) } : { name: file, bytes }
}
