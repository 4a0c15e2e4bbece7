import { useGuideMessages } from '../../messages/messages.ts'
import { readNote, showView, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Sentences } from '../../ui/Sentences.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { guideOf, guides, viewOfStep } from './guides.ts'
import './GuideBar.css'

/** The note on a sample that is read: what there is to see, a button that shows it, and the ways to the other notes. */
export function GuideBar() {
  const sample = useApp(state => guideOf(state.view))
  const step = useApp(state => state.view.guide)
  const narrow = useNarrow()
  const words = useGuideMessages()
  if (!sample || !words) return null
  const { says, show } = words.notes[sample][step - 1]
  const last = guides[sample].length
  return (
    <aside className="guide-bar" aria-label={words.title}>
      <p aria-live="polite">
        <b>{words.step(formatCount(step), formatCount(last))}</b> <Sentences text={says} />
      </p>
      <div className="guide-actions">
        <button type="button" className="button primary" onClick={() => showView(viewOfStep(sample, step, narrow))}>
          {show}
        </button>
        <span className="spacer" />
        {/* A button that is disabled would lose the keyboard. */}
        <button
          type="button"
          className="button outlined"
          aria-disabled={step === 1}
          onClick={() => step > 1 && readNote(step - 1)}
        >
          {words.back}
        </button>
        <button
          type="button"
          className="button outlined"
          aria-disabled={step === last}
          onClick={() => step < last && readNote(step + 1)}
        >
          {words.next}
        </button>
        <button
          type="button"
          className="button icon"
          aria-label={words.close}
          title={words.close}
          onClick={() => readNote(0)}
        >
          <Icon name="close" />
        </button>
      </div>
    </aside>
  )
}
