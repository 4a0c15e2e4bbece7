import { useMemo } from 'react'
import { type ComparedSides, countChanges, onlySideOf, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { compareTimes, showOnly, useApp } from '../../state/store.ts'
import { comparedTimes } from '../../state/view.ts'
import { formatCount } from '../../ui/format.ts'
import { methodOf } from '../compared/amounts.ts'
import { comparedList } from './comparedListColumns.ts'
import { FunctionGrid } from './FunctionGrid.tsx'

interface Props {
  /** The functions of both sides. */
  profile: Profile
  /** Whether there is room for all columns. */
  all: boolean
}

/** The functions of two profiles, what changed first. */
export function ComparedFunctions({ profile, all }: Props) {
  const words = useMessages().compare
  const compared = useApp(comparison)
  const which = useApp(state => state.view.compared)
  const list = useMemo(
    () => compared && comparedList(compared, which, profile.unit, all, words),
    [compared, which, profile, all, words],
  )
  if (!compared || !list) return <p className="compared-waiting">{words.waiting}</p>
  return (
    <>
      <ComparedBar compared={compared} />
      <FunctionGrid profile={profile} columns={list.columns} compared={list} />
    </>
  )
}

/** Which times are compared, how many of them changed, and the way to what only one side has. */
function ComparedBar({ compared }: { compared: ComparedSides }) {
  const words = useMessages().compare
  const which = useApp(state => state.view.compared)
  const only = useApp(state => state.view.only)
  const { sure, tested } = useMemo(() => countChanges(compared[which]), [compared, which])
  const alone = useMemo(() => {
    const counts = { a: 0, b: 0 }
    for (let row = 0; row < compared.a.has.length; row++) {
      const side = onlySideOf(compared, row)
      if (side) counts[side]++
    }
    return counts
  }, [compared])
  const texts = { a: words.onlyBefore(formatCount(alone.a)), b: words.onlyAfter(formatCount(alone.b)) }
  return (
    <div className="compared-bar">
      <fieldset className="segments" aria-label={words.timesCompared}>
        {comparedTimes.map(each => (
          <button
            key={each}
            type="button"
            title={words.timesExplained[each]}
            aria-pressed={which === each}
            onClick={() => compareTimes(each)}
          >
            {words[each]}
          </button>
        ))}
      </fieldset>
      <details>
        <summary title={methodOf(compared, words)}>{words.changed(formatCount(sure), formatCount(tested))}</summary>
        <p>{methodOf(compared, words)}</p>
      </details>
      {(['a', 'b'] as const)
        .filter(side => alone[side] > 0 || only === side)
        .map(side => (
          <button
            key={side}
            type="button"
            className="button outlined"
            title={words.onlyTitle}
            aria-pressed={only === side}
            onClick={() => showOnly(only === side ? null : side)}
          >
            {texts[side]}
          </button>
        ))}
    </div>
  )
}
