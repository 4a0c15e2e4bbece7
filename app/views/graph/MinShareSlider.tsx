import { USUAL_MIN_SHARE } from '../../../src/index.ts'
import { showFrom, useApp } from '../../state/store.ts'
import { THIN } from '../../ui/format.ts'

/** Powers of ten: 0.01 % to 50 %. */
const LEAST = -4
const MOST = Math.log10(0.5)
const STEP = 0.05

/** From which share of the time on functions are shown; `auto` leaves that to the page. */
export function MinShareSlider({ used }: { used: number }) {
  const isAuto = useApp(state => Number.isNaN(state.view.minShare))
  const asked = useApp(state => state.view.minShare)
  const share = isAuto ? used : asked
  return (
    <div className="min-share">
      <label>
        <span className="wide-only">from </span>
        <output>{percentOf(share)}</output>
        <input
          type="range"
          aria-label="Smallest share of the time to show"
          aria-valuetext={percentOf(share)}
          min={LEAST}
          max={MOST}
          step={STEP}
          value={Math.log10(share || USUAL_MIN_SHARE)}
          onChange={event => showFrom(rounded(10 ** Number(event.target.value)))}
        />
      </label>
      <div className="segments">
        <button
          type="button"
          aria-pressed={isAuto}
          title="As many functions as can be read"
          onClick={() => showFrom(Number.NaN)}
        >
          Auto
        </button>
      </div>
    </div>
  )
}

/** Two digits are enough for a slider, and keep links short. */
const rounded = (share: number) => Number(share.toPrecision(2))

const percentOf = (share: number) => `${Number((share * 100).toPrecision(2))}${THIN}%`
