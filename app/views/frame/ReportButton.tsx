import { useEffect } from 'react'
import { fillWith, store, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { isField } from '../isField.ts'

const toggle = () => fillWith(store.getState().view.panel === 'report' ? null : 'report')

/** Leads to gprof's report and back, as does the key R. */
export function ReportButton() {
  const shown = useApp(state => state.view.panel === 'report')
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'r' || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      event.preventDefault()
      toggle()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
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
