import { fillWith } from '../../state/store.ts'
import type { Panel } from '../../state/view.ts'
import { Icon } from '../../ui/Icon.tsx'

const tabs: [Panel, string][] = [
  ['functions', 'Functions'],
  ['graph', 'Graph'],
  ['flame', 'Flame'],
  ['entry', 'Entry'],
  ['report', 'Report'],
]

/** On a narrow screen: which view shows. */
export function TabBar({ shown }: { shown: Panel }) {
  return (
    <nav className="tab-bar" aria-label="Views">
      {tabs.map(([panel, title]) => (
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
