import { fillWith, store, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'

const toggle = () => fillWith(store.getState().view.panel === 'report' ? null : 'report')

/** Leads to gprof's report and back, as does the key R. */
export function ReportButton() {
  const shown = useApp(state => state.view.panel === 'report')
  useKey('r', toggle)
  return (
    <button
      type="button"
      className="button report-button wide-only"
      aria-pressed={shown}
      title={shown ? 'Back to the workspace (R)' : 'The report as gprof prints it (R)'}
      onClick={toggle}
    >
      <Icon name="report" />
      Report
    </button>
  )
}
