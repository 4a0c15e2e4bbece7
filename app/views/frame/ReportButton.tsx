import { useMessages } from '../../messages/messages.ts'
import { fillWith, store, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'

const toggle = () => fillWith(store.getState().view.panel === 'report' ? null : 'report')

/** Leads to gprof's report and back, as does the key R. */
export function ReportButton() {
  const shown = useApp(state => state.view.panel === 'report')
  const { frame: words, ui } = useMessages()
  useKey('r', toggle)
  return (
    <button
      type="button"
      className="button report-button wide-only"
      aria-pressed={shown}
      title={ui.withKey(shown ? words.toWorkspace : words.reportHint, 'R')}
      onClick={toggle}
    >
      <Icon name="report" />
      <span className="label">{words.report}</span>
    </button>
  )
}
