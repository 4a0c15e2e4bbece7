import { useEffect, useState } from 'react'
import type { Profile, ReportFacts, ReportOptions } from '../../../src/index.ts'
import { askReport } from '../../state/askReport.ts'
import { useApp } from '../../state/store.ts'

interface Answer {
  profile: Profile
  options: ReportOptions
  facts: ReportFacts | null
  error: string
}

/** Length and parts of the report of a profile with the switches of the view; null while it is being printed. */
export function useReportFacts(profile: Profile): { facts: ReportFacts | null; error: string } {
  const options = useApp(state => state.view.report)
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (answer?.profile === profile && answer.options === options) return // shown again
    let isStale = false
    const take = (facts: ReportFacts | null, error: string) => {
      if (!isStale) setAnswer({ profile, options, facts, error })
    }
    askReport({ about: 'facts' }).then(
      facts => take(facts, ''),
      (reason: Error) => take(null, reason.message),
    )
    return () => {
      isStale = true
    }
  }, [answer, profile, options])
  return answer?.profile === profile && answer.options === options ? answer : { facts: null, error: '' }
}
