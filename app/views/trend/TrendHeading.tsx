import { useMessages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'
import { FEW, type TrendList } from './trendRows.ts'

interface Props {
  /** Above those that moved, or above those that may not have. */
  kind: 'moved' | 'rest'
  list: TrendList
  runs: number
  /** Whether all of those are shown that may not have moved. */
  withRest: boolean
  /** Distance from the top of the list in pixels. */
  top: number
  onShowRest: (all: boolean) => void
}

/** How many functions moved, or may not have. */
export function TrendHeading({ kind, list, runs, withRest, top, onShowRest }: Props) {
  const words = useMessages().trend
  const { moved, rest } = list
  const functions = (n: number) => words.functions(formatCount(n), n)
  const movedText =
    moved + rest === 0
      ? words.noneFits
      : moved === 0
        ? words.noneMoved
        : words.moved(functions(moved), words.runs(formatCount(runs), runs))
  return (
    <li className="trend-heading" style={{ top }}>
      {kind === 'moved' ? (
        <>
          <span role="status">{movedText}</span>
          <span className="trend-legend">{words.legend}</span>
        </>
      ) : (
        <>
          <span>{words.rest(functions(rest))}</span>
          {rest > FEW && (
            <button type="button" className="button outlined" onClick={() => onShowRest(!withRest)}>
              {withRest ? words.showFewer : words.showRest(formatCount(rest))}
            </button>
          )}
        </>
      )}
    </li>
  )
}
