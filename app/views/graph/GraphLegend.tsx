import { useMessages } from '../../messages/messages.ts'
import { EXAMPLE } from './legend.ts'

/** What colour, figures and lines mean. */
export function GraphLegend() {
  const { legend } = useMessages().graph
  return (
    <div className="graph-legend">
      <div>
        <span className="ramp" aria-hidden="true">
          {[0, 1, 2, 3, 4, 5].map(step => (
            <i key={step} className={`heat-${step}`} />
          ))}
        </span>
        {legend.heat}
      </div>
      <div className="wide-only">
        <span className="figures" aria-hidden="true">
          <b>{EXAMPLE.self}</b>
          <span>{EXAMPLE.total}</span>
        </span>
        {legend.figures}
      </div>
      <div className="wide-only">
        <svg width="64" height="6" aria-hidden="true">
          <path className="sample" d="M1 3h26" />
          <path className="sample dotted" d="M36 3h28" />
        </svg>
        {legend.exact} · {legend.assumed}
      </div>
    </div>
  )
}
