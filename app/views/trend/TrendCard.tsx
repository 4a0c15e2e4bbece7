import { type KeyboardEvent, memo, useState } from 'react'
import { foldName, SIGNIFICANT, type TrendFigures, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { type Written, writtenDifference, writtenFigure } from '../compared/comparedFigures.ts'
import { TrendChart } from './TrendChart.tsx'
import { changesOf, largestOf, type TrendChange } from './trendChanges.ts'
import type { Room } from './trendChart.ts'
import { sentenceOfRun } from './trendWords.ts'

/** What all cards have in common. */
export interface CardContext {
  /** Files of the runs, in order. */
  runs: readonly string[]
  /** What these files differ in: what is told of a run where its file has no room. */
  names: readonly string[]
  chosen: ReadonlySet<number>
  room: Room
  /** The run that is looked at in all pictures; -1 for none. */
  cursor: number
  /** The run that the keyboard stands on. */
  at: number
  onPoint: (place: number, run: number, chart: Element) => void
  onLeave: () => void
  onFocus: (place: number, chart: Element) => void
  onChooseRun: (run: number) => void
  onChooseFunction: (place: number) => void
  onCompare: (change: TrendChange) => void
  onKeyDown: (event: KeyboardEvent) => void
}

interface Props extends CardContext {
  /** In the list; {@link WHOLE} for the program. */
  place: number
  figures: TrendFigures
  /** Of the function in the figures. */
  row: number
  name: string
  written: Written
  /** All views show this function. */
  isChosen: boolean
  focusable: boolean
}

/** Characters of a name that have room above a picture. */
const NAME_LENGTH = 44
/** And of a file, beside the change that came with it. */
const FILE_LENGTH = 22

/** One function over all runs: name, picture, where it began and ended, and what changed. */
export const TrendCard = memo(function TrendCard(props: Props) {
  const { place, figures, row, name, written, runs, focusable } = props
  const words = useMessages().trend
  const count = runs.length
  const hasMoved = figures.rate[row] <= SIGNIFICANT
  const figureOf = (run: number) => writtenFigure(figures.value[row * count + run], written)
  return (
    <div className={`trend-card${hasMoved ? '' : ' noise'}${props.isChosen ? ' chosen' : ''}`} data-place={place}>
      {place < 0 ? (
        <h3 className="trend-name">{name}</h3>
      ) : (
        <h3>
          <button
            type="button"
            className="trend-name mono"
            title={name}
            aria-pressed={props.isChosen}
            tabIndex={focusable ? 0 : -1}
            onClick={() => props.onChooseFunction(place)}
          >
            {foldName(name, NAME_LENGTH)}
          </button>
        </h3>
      )}
      <TrendChart
        figures={figures}
        place={row}
        runs={count}
        room={props.room}
        label={words.chart(name)}
        said={sentenceOfRun(
          figures,
          row,
          { runs, run: props.at, written, isChosen: props.chosen.has(props.at) },
          words,
        )}
        keys={words.chartKeys}
        cursor={props.cursor}
        at={props.at}
        chosen={props.chosen}
        focusable={focusable}
        onPoint={(run, chart) => props.onPoint(place, run, chart)}
        onLeave={props.onLeave}
        onFocus={chart => props.onFocus(place, chart)}
        onChoose={props.onChooseRun}
        onKeyDown={props.onKeyDown}
      />
      <p className="trend-ends">{words.ends(figureOf(0), figureOf(count - 1))}</p>
      {hasMoved ? <Change {...props} /> : <p className="trend-change">{words.chance}</p>}
    </div>
  )
})

/** What changed most, and the way to comparing what was before with what came after. */
function Change({ figures, row, runs, names, written, focusable, onCompare }: Props) {
  const words = useMessages().trend
  const [menuAt, setMenuAt] = useState<Element | null>(null)
  const changes = changesOf(figures, row, runs.length)
  const largest = largestOf(changes)
  if (!largest) return <p className="trend-change">{words.within(writtenFigure(figures.size[row], written))}</p>
  const textOf = ({ difference, run }: TrendChange, file = runs[run]) =>
    words.change(writtenDifference(difference, written), formatCount(run + 1), file)
  const file = visibleText(runs[largest.run])
  const told = textOf(
    largest,
    file.length <= FILE_LENGTH ? file : foldName(visibleText(names[largest.run]), FILE_LENGTH),
  )
  const counted = (n: number) => words.runs(formatCount(n), n)
  const hintOf = ({ from, run, to }: TrendChange) => words.compareHint(counted(run - from), counted(to - run))
  return (
    <p
      className={`trend-change ${largest.difference > 0 ? 'more' : 'less'}`}
      title={changes.map(each => textOf(each)).join('\n')}
    >
      <span>{changes.length > 1 ? words.largest(told, formatCount(changes.length)) : told}</span>
      <button
        type="button"
        className="button outlined"
        tabIndex={focusable ? 0 : -1}
        title={changes.length > 1 ? words.compareMenu : hintOf(largest)}
        aria-haspopup={changes.length > 1 ? 'menu' : undefined}
        aria-expanded={changes.length > 1 ? menuAt !== null : undefined}
        onClick={({ currentTarget }) => {
          if (changes.length === 1) onCompare(largest)
          else setMenuAt(menuAt ? null : currentTarget)
        }}
      >
        {words.compare}
        {changes.length > 1 && <Icon name="down" />}
      </button>
      {menuAt && (
        <Menu
          label={words.compareMenu}
          at={menuAt}
          items={changes.map(change => ({ label: textOf(change), onSelect: () => onCompare(change) }))}
          onClose={() => setMenuAt(null)}
        />
      )}
    </p>
  )
}
