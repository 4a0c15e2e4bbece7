import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { ChangeRamp } from '../compared/ChangeRamp.tsx'

/** What colours, figures and lines mean where two profiles are compared. */
export function ComparedLegend() {
  const { legend } = useMessages().pictures
  const byRuns = useApp(state => comparison(state)?.runs != null)
  return (
    <>
      <div title={legend.steps}>
        <ChangeRamp />
        {legend.selfTime}
      </div>
      <div>
        <span className="ramp noise" aria-hidden="true">
          <i className="change-noise" />
        </span>
        {legend.noise}
      </div>
      <div>
        <svg width="64" height="6" aria-hidden="true">
          <path className="sample change-less3" d="M1 3h26" />
          <path className="sample change-more3" d="M36 3h28" />
        </svg>
        {byRuns ? legend.edgesBySampling : legend.edges}
      </div>
      <div>
        <svg width="64" height="6" aria-hidden="true">
          <path className="sample new" d="M1 3h26" />
          <path className="sample gone" d="M36 3h28" />
        </svg>
        {legend.presence}
      </div>
    </>
  )
}
