import { memo, useMemo } from 'react'
import { type FunctionRow, type ReportLine as Line, LineKind, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRowRead, labelsRead, matches, rowOnScreen } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { piecesOf, type Run } from './linePieces.ts'
import type { Places } from './useReportLines.ts'

interface Props {
  profile: Profile
  /** From 1. */
  number: number
  /** Undefined while it is on its way. */
  line: Line | undefined
  /** Room for lines that are not drawn, above this one, in pixels. */
  gap: number
  /** What the search found in it; undefined while it is looked for. */
  places: Places | undefined
  /** Whether the keyboard stands here. */
  active: boolean
}

const nowhere: Places = []

/** One line of the report. Clicks and keys are the text's affair. */
export const ReportLine = memo(function ReportLine({ number, line, gap, places = nowhere, active }: Props) {
  const { report: words } = useMessages()
  const isMain = line !== undefined && (line.kind === LineKind.flat || line.kind === LineKind.primary)
  const chosen = useApp(state => isMain && line.links.length > 0 && chosenRowRead(state) === line.links[0].fn)
  const pieces = useMemo(() => (line ? piecesOf(line, places) : []), [line, places])
  const hit = pieces.some(({ runs }) => runs.some(({ marked }) => marked))
  return (
    <tr
      id={`report-line-${number}`}
      className={`report-line${chosen ? ' chosen' : ''}${active ? ' active' : ''}${hit ? ' hit' : ''}`}
      data-line={number}
      aria-rowindex={number}
      aria-selected={chosen}
      style={gap > 0 ? { marginTop: gap } : undefined}
    >
      <td>
        {pieces.map(({ start, fn, figures, runs }) =>
          fn < 0 ? (
            <Runs key={start} runs={runs} />
          ) : figures ? (
            <Figures key={start} fn={fn} runs={runs} to={line?.kind === LineKind.flat ? 'functions' : 'entry'} />
          ) : (
            <Name key={start} fn={fn} runs={runs} />
          ),
        )}
        {line !== undefined && line.more > 0 && (
          <i className="report-more">{words.moreCharacters(formatCount(line.more))}</i>
        )}
      </td>
    </tr>
  )
})

const Runs = ({ runs }: { runs: Run[] }) =>
  runs.map(({ start, text, marked }) => (marked ? <mark key={start}>{text}</mark> : text))

interface LinkProps {
  fn: FunctionRow
  runs: Run[]
}

/** A name, which chooses its function. */
function Name({ fn, runs }: LinkProps) {
  const chosen = useApp(state => chosenRowRead(state) === fn)
  const pointed = useApp(state => state.hover >= 0 && state.hover === rowOnScreen(state, fn))
  // Where an expression matches the name, but not the line.
  const hit = useApp(state => matches(state)?.hit[rowOnScreen(state, fn)] === 1) && !runs.some(({ marked }) => marked)
  return (
    <span
      className={`report-name${chosen ? ' chosen' : ''}${pointed ? ' pointed' : ''}${hit ? ' hit' : ''}`}
      data-fn={fn}
    >
      <Runs runs={runs} />
    </span>
  )
}

/** The numbers of a line, which lead to where they stand elsewhere. */
function Figures({ fn, runs, to }: LinkProps & { to: 'functions' | 'entry' }) {
  const { report: words } = useMessages()
  const label = useApp(state => labelsRead(state)[fn])
  const title = to === 'entry' ? words.toEntry(label) : words.toList(label)
  return (
    <span className="report-figures" data-fn={fn} data-to={to} title={title}>
      <Runs runs={runs} />
    </span>
  )
}
