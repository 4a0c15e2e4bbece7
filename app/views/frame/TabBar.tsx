import { useMessages } from '../../messages/messages.ts'
import { processTable } from '../../state/derive.ts'
import { showTab, useApp } from '../../state/store.ts'
import type { Panel } from '../../state/view.ts'
import { Icon } from '../../ui/Icon.tsx'
import { DoctorTab } from '../doctor/DoctorButton.tsx'

const tabs: Panel[] = ['functions', 'graph', 'flame', 'entry', 'report']

/** Before the others, of a set of processes. */
const manyTabs: Panel[] = ['processes']

/** On a narrow screen: which view shows. */
export function TabBar({ shown }: { shown: Panel }) {
  const many = useApp(state => processTable(state) !== null)
  const words = useMessages().frame
  const withDoctor = useApp(state => state.view.doctor)
  return (
    <nav className="tab-bar" aria-label={words.views}>
      {[...(many ? manyTabs : []), ...tabs].map(panel => (
        <button
          key={panel}
          type="button"
          aria-current={panel === shown && !withDoctor ? 'page' : undefined}
          onClick={() => showTab(panel)}
        >
          <Icon name={panel} />
          {words.tabs[panel]}
        </button>
      ))}
      <DoctorTab />
    </nav>
  )
}
