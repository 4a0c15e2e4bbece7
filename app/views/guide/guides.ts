// Three steps through each of some samples: what of the view each of them sets. What they say is in messages.

import type { GuidedSample } from '../../messages/guide/guide.ts'
import { byCalls } from '../../state/store.ts'
import { initialView, type Panel, type View } from '../../state/view.ts'

/** A view of a sample, and where in it is what the step speaks of: alone on screen where there is room for one. */
export interface Step {
  at: Panel | 'doctor'
  view: Partial<View>
}

export const guides: Record<GuidedSample, readonly [Step, Step, Step]> = {
  recursion: [
    { at: 'entry', view: { fn: 'fib' } },
    { at: 'flame', view: { fn: 'seldom', zoom: ['main'] } },
    { at: 'functions', view: { fn: 'fib', transforms: [{ kind: 'whatIf', match: 'fib', becomes: 0.5 }] } },
  ],
  cyc: [
    { at: 'entry', view: { fn: 'M' } },
    { at: 'graph', view: { fn: 'M', transforms: [{ kind: 'collapse', match: 'M' }] } },
    { at: 'entry', view: { fn: 'F', transforms: [{ kind: 'cut', arcs: [{ caller: 'M', callee: 'F' }] }] } },
  ],
  templates: [
    { at: 'functions', view: { naming: 'short' } },
    { at: 'graph', view: { naming: 'short', transforms: [{ kind: 'groupBy', by: 'namespace' }] } },
    {
      at: 'entry',
      view: {
        naming: 'short',
        query: 'geo::v2',
        fn: 'geo::v2::Shape::operator<(geo::v2::Shape const&) const',
      },
    },
  ],
  'postgres-set': [
    { at: 'processes', view: {} },
    { at: 'graph', view: { processes: ['8723'], fn: 'WalSndLoop' } },
    {
      at: 'functions',
      view: { processes: ['8772'], against: { part: 1, processes: ['8767'] }, normalisation: 'share' },
    },
  ],
  short: [
    { at: 'doctor', view: { doctor: true, ...byCalls } },
    { at: 'flame', view: { ...byCalls, fn: 'g' } },
    { at: 'report', view: { ...byCalls, fn: 'f' } },
  ],
  'walsender-excerpt': [
    { at: 'doctor', view: { doctor: true } },
    { at: 'entry', view: { fn: 'WalSndLastCycleHandler' } },
    { at: 'report', view: { fn: 'SetLatch' } },
  ],
}

/** The guide that a view is on; null where its sample has none, or nobody asked for it. */
export const guideOf = ({ guide, sample }: View): GuidedSample | null =>
  guide > 0 && Object.hasOwn(guides, sample) ? (sample as GuidedSample) : null

/** Views that fill the middle, or all of it, on a wide screen too. */
const filling: Step['at'][] = ['report', 'processes']

/** What a step shows: of the view before, only the sample stays. */
export function viewOfStep(sample: GuidedSample, guide: number, narrow: boolean): View {
  const { at, view } = guides[sample][guide - 1]
  const panel = at !== 'doctor' && (narrow || filling.includes(at)) ? at : null
  return { ...initialView, sample, guide, ...view, panel }
}
