import { useMessages } from '../../messages/messages.ts'
import { processTable } from '../../state/derive.ts'
import { fillWith, useApp } from '../../state/store.ts'
import type { Panel } from '../../state/view.ts'
import { Icon } from '../../ui/Icon.tsx'

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
  const costmap: [Panel, string] = ['costmap', useMessages().costmap.tab]
  return (
    <nav className="tab-bar" aria-label="Views">
      {[...(many ? manyTabs : []), ...tabs, costmap].map(([panel, title]) => (
        <button
          key={panel}
          type="button"
          aria-current={panel === shown ? 'page' : undefined}
          onClick={() => fillWith(panel)}
        >
          <Icon name={panel} />
          {title}
        </button>
      ))}
    </nav>
  )
}
