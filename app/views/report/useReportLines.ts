import { useEffect, useMemo, useReducer } from 'react'
import type { ReportFacts, ReportLine } from '../../../src/index.ts'
import { askReport } from '../../state/askReport.ts'

/** Lines that are fetched together. */
const BLOCK = 256
/** Blocks that are kept: some screens full in either direction. */
const KEPT = 40

/** The lines `[first, end)` of a report, and those around; undefined for a line that is still on its way. */
export const useReportLines = (facts: ReportFacts, first: number, end: number) =>
  useBlocks<ReportLine>(facts, '', first, end, (from, to) => askReport({ about: 'lines', from, to }))

/** Where a text is found in a line, `[start, end)`. */
export type Places = readonly (readonly [start: number, end: number])[]

/** Where a text is found in these lines; undefined while that is being looked for. */
export const useReportPlaces = (facts: ReportFacts, query: string, first: number, end: number) =>
  useBlocks<Places>(facts, query, first, end, async (from, to) =>
    query.trim() === '' ? [] : askReport({ about: 'places', query, from, to }),
  )

/** What there is to know of lines of a report, a block at a time. Of other facts, or about another text, it is another. */
function useBlocks<OfLine>(
  facts: ReportFacts,
  about: string,
  first: number,
  end: number,
  fetchLines: (from: number, to: number) => Promise<OfLine[]>,
): (line: number) => OfLine | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another report, or about another text, they are others
  const blocks = useMemo(() => new Map<number, OfLine[]>(), [facts, about])
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: blocks are as new as what is asked
  useEffect(() => {
    for (let block = Math.floor(first / BLOCK); block * BLOCK < end; block++) {
      if (blocks.has(block)) continue
      blocks.set(block, [])
      fetchLines(block * BLOCK, (block + 1) * BLOCK).then(
        lines => {
          blocks.set(block, lines)
          drawAgain()
        },
        () => blocks.delete(block),
      )
    }
    // The oldest come first.
    for (const block of blocks.keys()) {
      if (blocks.size <= KEPT) break
      blocks.delete(block)
    }
  }, [blocks, first, end])
  return line => blocks.get(Math.floor(line / BLOCK))?.[line % BLOCK]
}
