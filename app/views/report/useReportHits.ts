import { useEffect, useState } from 'react'
import type { ReportFacts } from '../../../src/index.ts'
import { askReport } from '../../state/askReport.ts'

/** Quiet time in milliseconds after which a report is searched: it may be long. */
const PAUSE = 150
const none = new Uint32Array()

/** Lines in which a text is found, ascending; null while they are being looked for. */
export function useReportHits(facts: ReportFacts, query: string): Uint32Array | null {
  const [found, setFound] = useState<{ facts: ReportFacts; query: string; lines: Uint32Array } | null>(null)
  useEffect(() => {
    if (query.trim() === '') return
    let isStale = false
    const timer = setTimeout(() => {
      askReport({ about: 'hits', query }).then(
        lines => {
          if (!isStale) setFound({ facts, query, lines })
        },
        () => undefined, // the report itself tells what is wrong
      )
    }, PAUSE)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [facts, query])
  if (query.trim() === '') return none
  return found?.facts === facts && found.query === query ? found.lines : null
}
