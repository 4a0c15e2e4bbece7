import { USUAL_MIN_SHARE } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { showFrom, showMost, useApp } from '../../state/store.ts'
import { formatCount, formatRounded, THIN } from '../../ui/format.ts'

/** Powers of ten: 0.01 % to 50 %. */
const SHARES = { least: -4, most: Math.log10(0.5), step: 0.05 }
/** Powers of ten: 10 to 300 functions. */
const COUNTS = { least: 1, most: Math.log10(300), step: 0.01 }

/** How much of the profile the graph shows: so many functions, or all from a share of the time on. */
export function AmountSlider({ used }: { /** The share that the graph on screen begins at. */ used: number }) {
  const asked = useApp(state => state.view.minShare)
  const budget = useApp(state => state.view.budget)
  const byCount = Number.isNaN(asked)
  const { amount: words } = useMessages().graph
  return (
    <div className="amount">
      {byCount ? (
        <Slider
          label={words.countLabel}
          says={words.functions(formatCount(budget), budget)}
          value={Math.log10(budget)}
          range={COUNTS}
          onChange={value => showMost(Math.round(10 ** value))}
        />
      ) : (
        <Slider
          label={words.shareLabel}
          says={words.from(percentOf(asked))}
          value={Math.log10(asked || USUAL_MIN_SHARE)}
          range={SHARES}
          onChange={value => showFrom(rounded(10 ** value))}
        />
      )}
      <div className="segments">
        <button type="button" aria-pressed={byCount} title={words.countHint} onClick={() => showFrom(Number.NaN)}>
          {words.count}
        </button>
        <button
          type="button"
          aria-pressed={!byCount}
          title={words.shareHint}
          onClick={() => byCount && showFrom(rounded(used || USUAL_MIN_SHARE))}
        >
          {words.share}
        </button>
      </div>
    </div>
  )
}

interface SliderProps {
  label: string
  says: string
  value: number
  range: { least: number; most: number; step: number }
  onChange: (value: number) => void
}

const Slider = ({ label, says, value, range, onChange }: SliderProps) => (
  <label>
    <span className="amount-says">{says}</span>
    <input
      type="range"
      aria-label={label}
      aria-valuetext={says}
      min={range.least}
      max={range.most}
      step={range.step}
      value={value}
      onChange={event => onChange(Number(event.target.value))}
    />
  </label>
)

/** Two digits are enough for a slider, and keep links short. */
const rounded = (share: number) => Number(share.toPrecision(2))

const percentOf = (share: number) => `${formatRounded(share * 100, 2)}${THIN}%`
