// In every listing at hand, the characters that are said to be a figure are that figure.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { profileOfListing } from '../analyse/joinListing.ts'
import { LineKind } from '../export/reportLines.ts'
import { reportOf, withoutSwitches } from '../export/reportOf.ts'
import { readListings } from '../parse/gprofText.ts'
import { Kind, type Listing } from '../parse/listing.ts'
import { SPONTANEOUS } from '../profile.ts'
import { figuresIn, linesOfArc, linesOfFunction, type Span } from './reportFigures.ts'

const root = join(import.meta.dirname, '../..')
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /\.(txt|prof|txt\.gz)$/.test(entry.name))
        .map(entry => join(entry.parentPath, entry.name))
    : []
const samples = [
  ...filesIn(join(root, 'public/samples')),
  ...filesIn(join(root, 'src/fixtures')),
  ...filesIn(join(root, '../shared/samples')),
].map(file => relative(root, file))

const numberIn = (text: string, span: Span | undefined) =>
  span === undefined
    ? Number.NaN
    : Number(
        text
          .slice(...span)
          .replace(',', '.')
          .replace(/[/+].*/, ''),
      )

/** Times of one of the listings are printed in thousands of its unit. */
const areSame = ([...times]: number[], [...wanted]: number[]) =>
  [1, 1000].some(factor =>
    times.every((time, i) => {
      const inUnit = i < 2 ? time * factor : time
      return Object.is(inUnit, wanted[i]) || Math.abs(inUnit - wanted[i]) <= 1e-9 * Math.abs(inUnit)
    }),
  )

test.each(samples)('%s: figures stand where they are said to stand', file => {
  const packed = readFileSync(join(root, file))
  const bytes = file.endsWith('.gz') ? gunzipSync(packed) : packed
  for (const listing of readListings(bytes)) {
    const profile = profileOfListing(listing, 'a name')
    const report = reportOf(profile, { kind: 'listing', bytes, listing }, withoutSwitches)
    const wrong: string[] = []
    const { flat, graph } = listing
    const rowsByLine = graphRowsByLine(listing)
    for (let fn = 0; fn < Math.min(profile.functions.length, 200); fn++)
      for (const { line, kind, text, figures } of linesOfFunction(report, fn)) {
        const row = rowsByLine.get(line) ?? -1
        const [self, children, calls] =
          kind === LineKind.flat
            ? [flat!.self[fn], Number.NaN, flat!.calls[fn]]
            : [graph!.self[row], graph!.children[row], graph!.count[row]]
        const found = [numberIn(text, figures.self), numberIn(text, figures.children), numberIn(text, figures.calls)]
        if (!areSame(found, [self, children, calls])) wrong.push(`${line}: ${found} in ${text}`)
      }
    const { arcs } = profile
    let lines = 0
    for (let arc = 0; arc < Math.min(arcs.length, 300); arc++) {
      if (arcs.caller[arc] === SPONTANEOUS || arcs.caller[arc] === arcs.callee[arc]) continue
      for (const { line, text, figures } of linesOfArc(report, arcs.caller[arc], arcs.callee[arc])) {
        lines++
        const row = rowsByLine.get(line) ?? -1
        const found = [numberIn(text, figures.self), numberIn(text, figures.children), numberIn(text, figures.calls)]
        const wanted = [graph!.self[row], graph!.children[row], graph!.count[row]]
        if (graph!.kind[row] !== Kind.arc && graph!.kind[row] !== Kind.inner) wrong.push(`${line} is no arc`)
        if (!areSame(found, wanted)) wrong.push(`${line}: ${found} in ${text}`)
      }
    }
    if (graph && arcs.length > 20) expect(lines).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  }
})

const graphRowsByLine = ({ graph }: Listing) =>
  new Map(Array.from(graph?.line ?? [], (line, row) => [line, row] as const))

test('a function that is called a number is no figure', () => {
  const text = '[3]     30.0    0.30    0.00                 12 [3]'
  expect(figuresIn(text, LineKind.primary).calls).toBeUndefined()
  expect(figuresIn('  30.00      0.90     0.30   12', LineKind.flat)).toEqual({ self: [22, 26] })
})
