import { Fragment } from 'react'
import {
  boundsOf,
  type ComparedSides,
  type FunctionRow,
  sampledArc,
  sampledTotal,
  selfErrorOf,
  totalOf,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime, formatTimeAndShare } from '../../ui/format.ts'
import { HoverCard } from '../../ui/HoverCard.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { ChangeTable } from '../compared/ChangeTable.tsx'
import { factsOfFunction, sentencesOfFunction } from '../compared/comparedFigures.ts'
import { edgeChange } from './edgeChange.ts'
import type { GraphDrawing } from './graphDrawing.ts'
import type { DrawnEdge } from './graphParts.ts'

/** What is pointed at, and where it is on screen. */
export type Pointed = { beside: DOMRect } & ({ fn: FunctionRow } | { edge: DrawnEdge })

/** Explains a node or an edge. */
export function GraphCard({ pointed, drawing }: { pointed: Pointed; drawing: GraphDrawing }) {
  return (
    <HoverCard beside={pointed.beside}>
      {drawing.compared ? (
        <Change pointed={pointed} drawing={drawing} sides={drawing.compared.sides} />
      ) : 'fn' in pointed ? (
        <FunctionFacts fn={pointed.fn} drawing={drawing} />
      ) : (
        <EdgeFacts edge={pointed.edge} drawing={drawing} />
      )}
    </HoverCard>
  )
}

interface ChangeProps {
  pointed: Pointed
  drawing: GraphDrawing
  sides: ComparedSides
}

/** The same of two profiles that are compared. */
function Change({ pointed, drawing, sides }: ChangeProps) {
  const { nameOf, profile } = drawing
  if ('edge' in pointed)
    return (
      <>
        <EdgeName edge={pointed.edge} nameOf={nameOf} />
        <ChangeTable {...edgeChange(drawing, pointed.edge)} />
      </>
    )
  return (
    <>
      <h3>{nameOf(pointed.fn)}</h3>
      <ChangeTable
        facts={factsOfFunction(sides, pointed.fn, profile.unit)}
        sentences={sentencesOfFunction(sides, pointed.fn, profile.unit)}
      />
    </>
  )
}

const EdgeName = ({ edge, nameOf }: { edge: DrawnEdge } & Pick<GraphDrawing, 'nameOf'>) => (
  <h3>
    {nameOf(edge.caller)} → {nameOf(edge.callee)}
  </h3>
)

function FunctionFacts({ fn, drawing: { profile, graph, nameOf } }: { fn: FunctionRow; drawing: GraphDrawing }) {
  const { functions, samplePeriod, unit, total } = profile
  const { ui, pictures, graph: words } = useMessages()
  const timeOf = (time: number, error: number) => formatTimeAndShare(time, unit, total, error)
  return (
    <>
      <h3>{nameOf(fn)}</h3>
      <dl>
        <dt>{pictures.self}</dt>
        <dd>{timeOf(functions.self[fn], selfErrorOf(functions.self[fn], samplePeriod))}</dd>
        <dt>{pictures.total}</dt>
        <dd>{timeOf(totalOf(profile)[fn], sampledTotal(profile, fn)?.error ?? Number.NaN)}</dd>
        <dt>{pictures.calls}</dt>
        <dd>{formatCount(functions.calls[fn]) || ui.notRecorded}</dd>
        {functions.selfCalls[fn] > 0 && (
          <>
            <dt>{words.toItself}</dt>
            <dd>{formatCount(functions.selfCalls[fn])}</dd>
          </>
        )}
        {graph.sums
          .filter(sum => sum.fn === fn)
          .map(({ side, functions: count, time, calls }) => (
            <Fragment key={side}>
              <dt>{words[side].notDrawn(formatCount(count))}</dt>
              <dd>{graph.of === 'time' ? formatTime(time, unit) : words.calls(formatCount(calls), calls)}</dd>
            </Fragment>
          ))}
      </dl>
    </>
  )
}

function EdgeFacts({ edge, drawing: { profile, nameOf } }: { edge: DrawnEdge; drawing: GraphDrawing }) {
  const { arcs, unit, total } = profile
  const { arcCertain, arcMost } = boundsOf(profile)
  const { ui, pictures, graph: words } = useMessages()
  return (
    <>
      <EdgeName edge={edge} nameOf={nameOf} />
      {edge.kind !== 'elided' && (
        <dl>
          <dt>{pictures.calls}</dt>
          <dd>{formatCount(arcs.count[edge.arc]) || ui.notRecorded}</dd>
          {edge.kind !== 'inner' && (
            <>
              <dt>{pictures.passed}</dt>
              <dd>
                {edge.kind === 'assumed' && '≈ '}
                {formatTimeAndShare(edge.time, unit, total, sampledArc(profile, edge.arc)?.error)}
              </dd>
            </>
          )}
        </dl>
      )}
      {edge.kind === 'elided' && !Number.isNaN(edge.time) && (
        <dl>
          <dt>{words.passedUp}</dt>
          <dd>≈ {formatTimeAndShare(edge.time, unit, total)}</dd>
        </dl>
      )}
      {edge.kind === 'elided' && <p>{words.through}</p>}
      {edge.kind === 'inner' && <p>{pictures.inner}</p>}
      {edge.kind === 'assumed' && (
        <p>
          <Pieces of={words.assumed(formatTime(arcCertain[edge.arc], unit), formatTime(arcMost[edge.arc], unit))} />
        </p>
      )}
      {edge.kind === 'exact' && <p>{words.exact}</p>}
    </>
  )
}
