// Links that were made once must open as ever, whatever becomes of the code that they were made by. links.fixture.txt has
// a line for each: what it is of, what must come out of it (the beginning of a SHA-256), and the link. Lines are added,
// never changed.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { THIN } from '../digits.ts'
import { reportOf } from '../export/reportOf.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { parseLink } from './link.ts'
import { unpackProfile } from './unpackProfile.ts'

const lines = readFileSync(new URL('links.fixture.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** What is told of, today; what else a profile may come to say is not in these links. */
const FIELDS = [
  ...['title', 'functions', 'arcs', 'cycles', 'total', 'samplePeriod', 'unit', 'completeness', 'fingerprint', 'times'],
  ...['printed', 'symbols', 'pruned', 'warnings'],
] as (keyof Profile)[]

const THOUSANDS = new RegExp(`(?<=\\d)${THIN}(?=\\d)`, 'g')

/**
 * All that a profile says, to the last digit, and the report of a run; and of a set, all that its listings say. Of sentences
 * what they say, not what they are made from, nor by what they part thousands, which were commas once.
 */
function digestOf({ profile, source, processes }: ProfileRead): string {
  const plain = (key: string, value: unknown): unknown => {
    if (key === 'says') return undefined
    if (key === 'message') return String(value).replaceAll(THOUSANDS, ',')
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, String)
    if (typeof value === 'number') return String(value)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
  }
  const hash = createHash('sha256')
  for (const each of [profile, ...(processes?.listings ?? []).map(listing => listing.profile)])
    hash.update(
      JSON.stringify(
        FIELDS.map(field => each[field] ?? null),
        plain,
      ),
    )
  if (source) hash.update(reportOf(profile, source, { brief: false, only: null, unused: false }).bytes)
  return hash.digest('hex').slice(0, 16)
}

test.each(lines.map(line => line.split(' ') as [name: string, digest: string, link: string]))(
  'the link of %s opens as ever',
  async (_, digest, link) => {
    const bytes = parseLink(link)
    const read = bytes.ok ? await unpackProfile(bytes.value) : bytes
    if (!read.ok) throw new Error(read.errors[0].message)
    expect(digestOf(read.value)).toBe(digest)
  },
)
