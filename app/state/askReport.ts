import type { ReportAnswers, ReportQuestion } from '../../src/index.ts'
import { ask } from './reader.ts'
import { store } from './store.ts'

/** Asks about the report of the profile on screen, printed with the switches of the view: see {@link ask}. */
export function askReport<About extends ReportQuestion['about']>(
  question: ReportQuestion & { about: About },
): Promise<ReportAnswers[About]> {
  const { part, report } = store.getState().view
  return ask('report', part, { switches: report, question }) as Promise<ReportAnswers[About]>
}
