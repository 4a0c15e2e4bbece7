import { processTable } from '../../state/derive.ts'
import { showTab, useApp } from '../../state/store.ts'
import type { Panel } from '../../state/view.ts'
import { Icon } from '../../ui/Icon.tsx'
import { DoctorTab } from '../doctor/DoctorButton.tsx'

const tabs: [Panel, string][] = [
  ['functions', 'Functions'],
  ['graph', 'Graph'],
  ['flame', 'Flame'],
  ['entry', 'Entry'],
  ['report', 'Report'],
]

/** Before the others, of a set of processes. */
const manyTabs: [Panel, string][] = [['processes', 'Processes']]

/** On a narrow screen: which view shows. */
export function TabBar({ shown }: { shown: Panel }) {
  const many = useApp(state => processTable(state) !== null)
  const withDoctor = useApp(state => state.view.doctor)
  return (
    <nav className="tab-bar" aria-label="Views">
      {[...(many ? manyTabs : []), ...tabs].map(([panel, title]) => (
        <button
          key={panel}
          type="button"
          aria-current={panel === shown && !withDoctor ? 'page' : undefined}
          onClick={() => showTab(panel)}
        >
          <Icon name={panel} />
          {title}
        </button>
      ))}
      <DoctorTab />
    </nav>
  )
}
