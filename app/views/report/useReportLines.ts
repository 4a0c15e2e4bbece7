import { useEffect, useMemo, useReducer } from 'react'
import type { ReportFacts, ReportLine } from '../../../src/index.ts'
import { askReport } from '../../state/askReport.ts'

/** Lines that are fetched together. */
const BLOCK = 256
/** Blocks that are kept: some screens full in either direction. */
const KEPT = 40

/** The lines `[first, end)` of a report, and those around; undefined for a line that is still on its way. */
export function useReportLines(
  facts: ReportFacts,
  first: number,
  end: number,
): (line: number) => ReportLine | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts, other lines
  const blocks = useMemo(() => new Map<number, ReportLine[]>(), [facts])
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    for (let block = Math.floor(first / BLOCK); block * BLOCK < end; block++) {
      if (blocks.has(block)) continue
      blocks.set(block, [])
      askReport({ about: 'lines', from: block * BLOCK, to: (block + 1) * BLOCK }).then(
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
