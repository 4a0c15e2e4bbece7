import type { Step, Transform } from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { applied, isComparing, profileRead } from '../../state/derive.ts'
import { clearTransforms, removeTransform, useApp } from '../../state/store.ts'
import { printTransform } from '../../state/transformText.ts'
import { formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { chipText, effectText } from './transformWords.ts'
import './ChipsBar.css'

const isWhatIf = ({ kind }: Transform) => kind === 'whatIf'

/** What was done to the profile before any view shows it: a chip for each, which a click takes back. No chips, no bar. */
export function ChipsBar() {
  const transforms = useApp(state => state.view.transforms)
  const done = useApp(applied)
  const read = useApp(profileRead)
  const comparing = useApp(isComparing)
  const words = useMessages().transforms
  const say = useSay()
  if (transforms.every(isWhatIf) || !read) return null
  // What other code would save is no time that is left out; the bar of that tells it.
  const saved = done?.steps.reduce((sum, { saving }) => sum + (saving?.time ?? 0), 0) ?? 0
  const shown = done ? done.profile.total + saved : read.total
  const stepOf = (place: number): Step | undefined =>
    done?.transforms[place] === transforms[place] ? done?.steps[place] : undefined
  return (
    <section className="chips-bar" aria-label={words.applied}>
      <ul>
        {transforms.map((transform, place) => {
          if (isWhatIf(transform)) return null
          const { verb, about, full } = chipText(transform)
          const step = stepOf(place)
          // What both sides lose together is the time of neither.
          const effect = step && effectText(transform, comparing ? { ...step, lost: 0 } : step, read, say)
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
                aria-label={words.takeBackOne(verb, full)}
                title={words.takeBack}
                onClick={() => removeTransform(place)}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ul>
      {!comparing && shown < read.total * (1 - 1e-9) && (
        <span className="chips-left" role="status">
          <Pieces of={words.shown(formatTime(shown, read.unit), formatTime(read.total, read.unit))} />
        </span>
      )}
      {transforms.length > 1 && (
        <button type="button" className="button" onClick={clearTransforms}>
          {words.takeBackAll}
        </button>
      )}
    </section>
  )
}
