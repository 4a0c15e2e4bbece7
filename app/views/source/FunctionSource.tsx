import type { FiguresAsked, FunctionProvenance } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatTime } from '../../ui/format.ts'
import { CallsSource, TotalSource } from './ArcSums.tsx'
import { BinSource } from './BinSource.tsx'
import { ProcessTimes } from './ProcessShares.tsx'

/** Self time, calls and total of a function, each with what it was made of. */
export function FunctionSource({ of, asked }: { of: FunctionProvenance; asked: FiguresAsked }) {
  const words = useMessages().source
  const { unit, self, calls, total, origin } = of
  const time = (value: number) => formatTime(value, unit)
  const isRefined = origin === 'file' && self.printed >= 0 && time(self.printed) !== time(self.time)
  return (
    <>
      <section aria-label={words.self}>
        <h4>{words.self}</h4>
        {isRefined && <p>{words.refined(time(self.printed), time(self.time))}</p>}
        {self.bins && <BinSource of={of} bins={self.bins} />}
        <ProcessTimes processes={self.processes} unit={unit} asked={asked} />
        {!self.bins && !self.processes && <p className="source-note">{words.noRecords}</p>}
      </section>
      <CallsSource calls={calls} unit={unit} />
      <TotalSource total={total} self={self.time} unit={unit} />
    </>
  )
}
