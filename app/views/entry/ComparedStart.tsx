import { useMemo, useRef } from 'react'
import { orderByChange, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { useWidth } from '../../ui/useWidth.ts'
import { ChangeOffer } from './ChangeOffer.tsx'
import { useEntryMenus } from './useEntryMenus.tsx'

/** So many are offered to begin with. */
const OFFERED = 8

/** Nothing is chosen yet: what surely changed, the largest first, and then the largest of what may be chance. */
export function ComparedStart({ profile }: { profile: Profile }) {
  const words = useMessages().compare
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body)
  const { menuEvents, menus } = useEntryMenus(profile)
  const compared = useApp(comparison)
  const which = useApp(state => state.view.compared)
  const rows = useMemo(() => {
    if (!compared) return []
    const { a, b } = compared[which]
    return [...orderByChange(compared[which])].filter(fn => a[fn] > 0 || b[fn] > 0).slice(0, OFFERED)
  }, [compared, which])
  return (
    <div ref={body} className="entry-body" {...menuEvents}>
      <p className="entry-nothing">{words.chooseOne}</p>
      {compared && rows.length === 0 && <p className="entry-nothing">{words.nothingChanged}</p>}
      {compared && rows.length > 0 && (
        <>
          <h3 className="entry-section">
            {words.biggest} <span>{words[which]}</span>
          </h3>
          <ul>
            {rows.map(fn => (
              <li key={fn}>
                <ChangeOffer profile={profile} compared={compared} which={which} fn={fn} width={width} />
              </li>
            ))}
          </ul>
        </>
      )}
      {menus}
    </div>
  )
}
