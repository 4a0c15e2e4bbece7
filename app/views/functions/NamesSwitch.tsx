import { useMemo } from 'react'
import { namingsOf, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { showNames, useApp } from '../../state/store.ts'

/** Under which names functions are shown, in every view; nothing where all have only one. */
export function NamesSwitch({ profile }: { profile: Profile }) {
  const { functions: words } = useMessages()
  const naming = useApp(state => state.view.naming)
  const namings = useMemo(() => namingsOf(profile), [profile])
  if (namings.length === 1) return null
  return (
    <fieldset className="segments" aria-label={words.names}>
      {namings.map(one => (
        <button
          key={one}
          type="button"
          title={words.namingHint[one]}
          aria-pressed={naming === one}
          onClick={() => showNames(one)}
        >
          {words.naming[one]}
        </button>
      ))}
    </fieldset>
  )
}
