import { type ComparedSides, type FunctionRow, foldName, isSure, labelsOf, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { nameOf } from '../../state/derive.ts'
import { choose, pointAt, useApp } from '../../state/store.ts'
import type { ComparedTime } from '../../state/view.ts'
import { THIN } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { amountsFor, onlyWord, rowSaid } from '../compared/amounts.ts'
import { entryRoom } from './entryRoom.ts'

interface Props {
  profile: Profile
  compared: ComparedSides
  which: ComparedTime
  fn: FunctionRow
  /** Room for the row, in pixels. */
  width: number
  isCurrent?: boolean
}

/** A function to choose, and by how much it changed. */
export function ChangeOffer({ profile, compared, which, fn, width, isCurrent = false }: Props) {
  const words = useMessages().compare
  const narrow = useNarrow()
  const pointed = useApp(state => state.hover === fn)
  const name = useApp(state => nameOf(state)(fn))
  const label = labelsOf(profile)[fn]
  const { a, b } = compared[which]
  const largest = Math.max(0, ...[a[fn], b[fn]].filter(Number.isFinite))
  const amounts = amountsFor(compared.normalisation, largest, profile.unit, words)
  const change = amounts.change(b[fn] - a[fn])
  const only = onlyWord(compared, fn, words)
  return (
    <button
      type="button"
      className={`entry-offer${pointed ? ' pointed' : ''}${isSure(compared[which], fn) ? '' : ' noise'}${isCurrent ? ' primary-line' : ''}`}
      title={label}
      data-fn={fn}
      aria-label={rowSaid(compared, which, fn, label, amounts, words)}
      aria-current={isCurrent || undefined}
      onClick={() => choose(label)}
      onPointerEnter={() => pointAt(fn)}
      onPointerLeave={() => pointAt(-1)}
    >
      <span className="mono">{foldName(name, entryRoom(width, narrow, change, only))}</span>
      <span>
        {only} {change !== '' && `${change}${THIN}${amounts.unit}`}
      </span>
    </button>
  )
}
