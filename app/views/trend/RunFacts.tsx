import { type TrendFigures, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import type { ComparedTime } from '../../state/view.ts'
import { formatCount } from '../../ui/format.ts'
import { writtenFigure } from '../compared/comparedFigures.ts'
import { type RunTold, rangeInWords } from './trendWords.ts'

interface Props extends RunTold {
  figures: TrendFigures
  /** Of the function in the figures. */
  row: number
  time: ComparedTime
}

/** What one run spent in one function. */
export function RunFacts({ figures, row, time, ...told }: Props) {
  const words = useMessages().trend
  const { runs, run, written, isChosen } = told
  const range = rangeInWords(figures, row, told)
  return (
    <>
      <h3>{visibleText(runs[run])}</h3>
      <dl>
        <dt>{words.place(formatCount(run + 1), formatCount(runs.length))}</dt>
        <dd />
        <dt>{words.figure[time]}</dt>
        <dd>{writtenFigure(figures.value[row * runs.length + run], written)}</dd>
        {range && (
          <>
            <dt>{words.range}</dt>
            <dd>{words.between(...range)}</dd>
          </>
        )}
      </dl>
      <p>{isChosen ? words.unchoose : words.click}</p>
    </>
  )
}
