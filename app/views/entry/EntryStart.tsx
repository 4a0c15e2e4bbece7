import { useMemo, useRef } from 'react'
import { columnOf, type FunctionRow, foldName, labelsOf, orderRows, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { nameOf } from '../../state/derive.ts'
import { choose, pointAt, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, THIN } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWidth } from '../../ui/useWidth.ts'
import { entryRoom } from './entryRoom.ts'
import { useEntryMenus } from './useEntryMenus.tsx'

/** So many are offered to begin with. */
const OFFERED = 6

/** Nothing is chosen yet: what this panel is for, and the functions most people would look at first. */
export function EntryStart({ profile }: { profile: Profile }) {
  const { entry: words } = useMessages()
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body)
  const { menuEvents, menus } = useEntryMenus(profile)
  const byTime = profile.total > 0
  const rows = useMemo(() => {
    const key = byTime ? profile.functions.self : columnOf(profile, 'calls')
    return [...orderRows(key, true).subarray(0, OFFERED)].filter(fn => key[fn] > 0)
  }, [profile, byTime])
  return (
    <div ref={body} className="entry-body" {...menuEvents}>
      <p className="entry-nothing">{words.nothing}</p>
      {rows.length > 0 && (
        <>
          <h3 className="entry-section">
            {byTime ? words.mostTime : words.mostCalled} <span>{byTime ? words.self : words.calls}</span>
          </h3>
          <ul>
            {rows.map(fn => (
              <li key={fn}>
                <Offer profile={profile} fn={fn} byTime={byTime} width={width} />
              </li>
            ))}
          </ul>
        </>
      )}
      {menus}
    </div>
  )
}

interface OfferProps {
  profile: Profile
  fn: FunctionRow
  byTime: boolean
  width: number
}

function Offer({ profile, fn, byTime, width }: OfferProps) {
  const { functions, total } = profile
  const { entry: words, pictures } = useMessages()
  const narrow = useNarrow()
  const pointed = useApp(state => state.hover === fn)
  const name = useApp(state => nameOf(state)(fn))
  const label = labelsOf(profile)[fn]
  const figure = byTime ? `${formatPercent(functions.self[fn] / total)}${THIN}%` : formatCount(functions.calls[fn])
  return (
    <button
      type="button"
      className={`entry-offer${pointed ? ' pointed' : ''}`}
      title={label}
      data-fn={fn}
      aria-label={byTime ? pictures.list([label, figure]) : words.calledSo(label, figure)}
      onClick={() => choose(label)}
      onPointerEnter={() => pointAt(fn)}
      onPointerLeave={() => pointAt(-1)}
    >
      <span className="mono">{foldName(name, entryRoom(width, narrow, figure))}</span>
      <span>{figure}</span>
    </button>
  )
}
