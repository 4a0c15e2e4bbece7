import { useMemo } from 'react'
import { namingsOf, type Profile } from '../../../src/index.ts'
import { showNames, useApp } from '../../state/store.ts'

const explained = {
  full: 'As gprof prints them',
  short: 'Template arguments and parameters folded',
  raw: 'Mangled, as the linker knows them',
}

/** Under which names functions are shown, in every view; nothing where all have only one. */
export function NamesSwitch({ profile }: { profile: Profile }) {
  const naming = useApp(state => state.view.naming)
  const namings = useMemo(() => namingsOf(profile), [profile])
  if (namings.length === 1) return null
  return (
    <fieldset className="segments" aria-label="Names">
      {namings.map(one => (
        <button
          key={one}
          type="button"
          title={explained[one]}
          aria-pressed={naming === one}
          onClick={() => showNames(one)}
        >
          {one}
        </button>
      ))}
    </fieldset>
  )
}
