// Listings of real programs, where a folder of them lies beside the project.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readListings } from './gprofText.ts'
import { Kind, type Listing } from './listing.ts'

const folder = new URL('../../../shared/samples', import.meta.url).pathname
/** What gprof prints with -A, -C, -i and -r is no profile; `.err` are its complaints. */
const listings = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      path =>
        /gprof-[^/]*\.txt$|^wild\/.*\.(txt|prof)$|^localized\/|blog-excerpt/.test(path) &&
        !/gprof-(b-)?[ACir]\.txt$/.test(path),
    )
  : []

const read = (path: string) => readListings(readFileSync(join(folder, path)))
const entriesOf = ({ graph }: Listing) => graph?.kind.filter(kind => kind === Kind.primary).length ?? 0

describe.skipIf(listings.length === 0)('samples', () => {
  test.each(listings)('%s is one listing, all of it understood', path => {
    const found = read(path)
    expect(found).toHaveLength(1)
    const [{ flat, graph, unreadCount }] = found
    expect((flat?.length ?? 0) + (graph?.length ?? 0)).toBeGreaterThan(0)
    if (!/ibm/.test(path)) expect(unreadCount).toBe(0)
  })

  test.each(
    listings.filter(path => /gprof-b(-z)?\.txt$/.test(path) && existsSync(join(folder, path, '../../meta.json'))),
  )('%s has as many functions and cycles as its record says', path => {
    const meta = JSON.parse(readFileSync(join(folder, path, '../../meta.json'), 'utf8'))
    const functions = /-z/.test(path) ? meta.functions_flat_z : meta.functions_flat
    // The record of the program without samples counts its two lines of "no time" as functions.
    if (!(functions > 0) || /no-samples/.test(path)) return
    const [listing] = read(path)
    expect(listing.flat?.length).toBe(functions)
    const heads = listing.graph?.kind.filter(kind => kind === Kind.cycleHead).length ?? 0
    if (listing.graph) expect(heads).toBe(meta.cycles)
  })

  test.each(listings.filter(path => /gprof-b\.txt$/.test(path)))('%s says the same in the layout of BSD', path => {
    const bsd = path.replace('-b.txt', '-T.txt')
    if (!existsSync(join(folder, bsd))) return
    const [one] = read(path)
    const [other] = read(bsd)
    expect(other.flat?.calls).toEqual(one.flat?.calls)
    expect(other.graph?.count).toEqual(one.graph?.count)
    expect(other.graph?.kind).toEqual(one.graph?.kind)
    expect(other.graph?.entry).toEqual(one.graph?.entry)
    expect(entriesOf(other)).toBe(entriesOf(one))
  })

  test('the excerpt of a post has all its rows and entries', () => {
    const [listing] = read('blog-excerpt.txt')
    const { graph } = listing
    expect(listing.flat?.length).toBe(24)
    expect(Array.from(graph?.index ?? []).filter((_, at) => graph?.kind[at] === Kind.primary)).toEqual([
      1, 2, 14, 15, 16, 17, 308, 309, 319,
    ])
    expect(listing).toMatchObject({
      graphTotal: 11.11,
      samplePeriod: 0.01,
      flatCut: true,
      graphCut: true,
      leftOutCount: 5,
    })
    expect(listing.leftOut.map(({ line }) => line)).toEqual([93, 111, 151, 163, 167])
  })
})
