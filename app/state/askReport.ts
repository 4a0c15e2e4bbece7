import type { ReportAnswers, ReportQuestion } from '../../src/index.ts'
import { sourceRead } from './derive.ts'
import { ask } from './reader.ts'
import { store } from './store.ts'

/** Asks about the report of the profile on screen, printed with the switches of the view: see {@link ask}. */
export function askReport<About extends ReportQuestion['about']>(
  question: ReportQuestion & { about: About },
): Promise<ReportAnswers[About]> {
  const state = store.getState()
  return ask('report', sourceRead(state), { switches: state.view.report, question }) as Promise<ReportAnswers[About]>
}
