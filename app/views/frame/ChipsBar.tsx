import type { Step, Transform } from '../../../src/index.ts'
import { applied, profileRead } from '../../state/derive.ts'
import { clearTransforms, removeTransform, useApp } from '../../state/store.ts'
import { printTransform } from '../../state/transformText.ts'
import { formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { chipText, effectText } from './transformWords.ts'
import './ChipsBar.css'

const isWhatIf = ({ kind }: Transform) => kind === 'whatIf'

/** What was done to the profile before any view shows it: a chip for each, which a click takes back. No chips, no bar. */
export function ChipsBar() {
  const transforms = useApp(state => state.view.transforms)
  const done = useApp(applied)
  const read = useApp(profileRead)
  if (transforms.every(isWhatIf) || !read) return null
  // What other code would save is no time that is left out; the bar of that tells it.
  const saved = done?.steps.reduce((sum, { saving }) => sum + (saving?.time ?? 0), 0) ?? 0
  const shown = done ? done.profile.total + saved : read.total
  const stepOf = (place: number): Step | undefined =>
    done?.transforms[place] === transforms[place] ? done?.steps[place] : undefined
  return (
    <section className="chips-bar" aria-label="Applied to all views">
      <ul>
        {transforms.map((transform, place) => {
          if (isWhatIf(transform)) return null
          const { verb, about, full } = chipText(transform)
          const step = stepOf(place)
          const effect = step && effectText(transform, step, read)
          const isIdle = step !== undefined && (step.error !== null || step.matched === 0)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two chips may be alike, and their order is what they mean
            <li key={`${place} ${printTransform(transform)}`} className={isIdle ? 'chip idle' : 'chip'}>
              <span title={full}>
                <b>{verb}</b> {about !== '' && <span className="mono">{about}</span>}
                {effect !== undefined && <span className="chip-effect"> · {effect}</span>}
              </span>
              <button
                type="button"
                aria-label={`Take back: ${verb} ${full}`}
                title="Take back"
                onClick={() => removeTransform(place)}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ul>
      {shown < read.total * (1 - 1e-9) && (
        <span className="chips-left" role="status">
          <b>{formatTime(shown, read.unit)}</b> of {formatTime(read.total, read.unit)} shown
        </span>
      )}
      {transforms.length > 1 && (
        <button type="button" className="button" onClick={clearTransforms}>
          Take back all
        </button>
      )}
    </section>
  )
}
