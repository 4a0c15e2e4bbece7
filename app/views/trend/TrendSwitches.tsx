import { hasDates, type ProcessTable, runOrders } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { compareBy, compareTimes, orderRunsBy, showProcessesAs, useApp } from '../../state/store.ts'
import { comparedTimes, normalisations, processViews } from '../../state/view.ts'

interface Props<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  texts: Record<Value, string>
  hints: Record<Value, string>
  /** Values that cannot be chosen, with the reason in the hint. */
  disabled?: readonly Value[]
  onChoose: (value: Value) => void
}

/** A few choices beside each other. */
function Segments<Value extends string>(props: Props<Value>) {
  const { label, value, values, texts, hints, disabled = [], onChoose } = props
  return (
    <fieldset className="segments" aria-label={label}>
      {values.map(each => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          aria-disabled={disabled.includes(each) || undefined}
          title={hints[each]}
          onClick={() => {
            if (!disabled.includes(each)) onChoose(each)
          }}
        >
          {texts[each]}
        </button>
      ))}
    </fieldset>
  )
}

/** Processes beside each other, or as runs one after the other. */
export function ProcessViewSwitch() {
  const words = useMessages().trend
  const value = useApp(state => state.view.processView)
  const { view: label, views: texts, viewsExplained: hints } = words
  return <Segments {...{ label, value, values: processViews, texts, hints, onChoose: showProcessesAs }} />
}

/** What is followed, by what, and in which order. */
export function TrendSwitches({ table }: { table: ProcessTable }) {
  const { trend, compare } = useMessages()
  const { compared, normalisation, runOrder } = useApp(state => state.view)
  const dated = hasDates(table)
  return (
    <>
      <Segments
        label={compare.by}
        value={normalisation}
        values={normalisations}
        texts={compare.normalisation}
        hints={compare.normalisationHint}
        onChoose={compareBy}
      />
      <Segments
        label={trend.times}
        value={compared}
        values={comparedTimes}
        texts={{ self: compare.self, total: compare.total }}
        hints={compare.timesExplained}
        onChoose={compareTimes}
      />
      <Segments
        label={trend.order}
        value={dated ? runOrder : 'name'}
        values={runOrders}
        texts={trend.orders}
        hints={{ ...trend.ordersExplained, ...(dated ? {} : { date: trend.noDates }) }}
        disabled={dated ? [] : ['date']}
        onChoose={orderRunsBy}
      />
    </>
  )
}
