import { useMessages } from '../../messages/messages.ts'
import { Term } from '../help/Term.tsx'
import { EXAMPLE } from './legend.ts'

interface Props {
  /** Without times, boxes have no colour, and say calls in words. */
  hasTimes: boolean
  /** Some boxes have double outlines. */
  hasCycles: boolean
}

/** What colour, figures and lines mean. */
export function GraphLegend({ hasTimes, hasCycles }: Props) {
  const { graph, terms } = useMessages()
  const { legend } = graph
  return (
    <>
      {hasTimes && (
        <>
          <div>
            <span className="ramp" aria-hidden="true">
              {[0, 1, 2, 3, 4, 5].map(step => (
                <i key={step} className={`heat-${step}`} />
              ))}
            </span>
            {legend.heat}
          </div>
          <div>
            <span className="figures" aria-hidden="true">
              <b>{EXAMPLE.self}</b>
              <span>{EXAMPLE.total}</span>
            </span>
            {legend.figures}
          </div>
        </>
      )}
      <div>
        <svg width="64" height="6" aria-hidden="true">
          <path className="sample" d="M1 3h26" />
          <path className="sample dotted" d="M36 3h28" />
        </svg>
        <Term of={['certain', 'ofAll']}>
          {legend.exact} · {legend.assumed}
        </Term>
      </div>
      {hasCycles && (
        <div>
          <svg width="22" height="10" aria-hidden="true">
            <rect className="outline" x="0.5" y="0.5" width="21" height="9" rx="2" />
            <rect className="outline" x="2.5" y="2.5" width="17" height="5" rx="1" />
          </svg>
          <Term of={['cycle', 'selfCalls']}>{terms.cycle}</Term>
        </div>
      )}
    </>
  )
}
