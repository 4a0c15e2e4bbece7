import { Fragment } from 'react'
import type { Messages } from '../../messages/en.ts'
import { useMessages } from '../../messages/messages.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import './HelpDialog.css'

const keys: [names: string[], does: keyof Messages['help']['keysDo']][] = [
  [['/'], 'search'],
  [['Enter', 'Shift Enter'], 'hits'],
  [['↑', '↓', 'Home', 'End', 'Page ↑', 'Page ↓'], 'list'],
  [['↑', '↓', '←', '→', 'Home'], 'graph'],
  [['Enter', 'Shift Enter'], 'graphChoose'],
  [['M'], 'menu'],
  [['S'], 'source'],
  [['F'], 'transform'],
  [['↑', '↓', '←', '→', 'Enter', 'Esc'], 'flame'],
  [['W', 'A', 'S', 'D'], 'flameZoom'],
  [['D'], 'doctor'],
  [['E'], 'export'],
  [['P'], 'processes'],
  [['R'], 'report'],
  [['↑', '↓', 'N', 'Shift N'], 'reportLines'],
  [['L'], 'share'],
  [['Tab'], 'panels'],
  [['Ctrl V'], 'paste'],
  [['Esc'], 'leave'],
]

/** What the numbers mean, what is assumed, and the keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const words = useMessages().help
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="help">
        <dl>
          {words.terms.map(({ term, says }) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>
                <Pieces of={says} />
              </dd>
            </Fragment>
          ))}
        </dl>
        <h3>{words.assumed}</h3>
        <p>
          <Pieces of={words.assumption} />
        </p>
        <h3>{words.keys}</h3>
        <dl className="help-keys">
          {keys.map(([names, does]) => (
            <div key={does}>
              <dt>
                {names.map(name => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{words.keysDo[does]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
