import { functionByLabel, MORE_LABEL, NOT_LISTED_LABEL, type Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { nameOf } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'

interface Props {
  profile: Profile
  path: string[]
  /** How many steps of the path this profile has. */
  resolved: number
  onZoom: (path: string[]) => void
  /** What it is called where there are two. */
  label?: string
}

/** Steps shown at the end of a long path. */
const LAST = 2
/** Steps between that are named where the pointer rests; a path may have thousands. */
const NAMED = 30

/** The way from "all" to the zoomed box, each step a button that zooms out to it. */
export function FlameCrumbs({ profile, path, resolved, onZoom, label }: Props) {
  const { flame: words } = useMessages()
  const name = useApp(nameOf)
  const stepName = (label: string) => {
    if (label === MORE_LABEL) return words.nMore
    if (label === NOT_LISTED_LABEL) return words.notListed
    const fn = functionByLabel(profile, label)
    return fn < 0 ? label : name(fn)
  }
  if (path.length === 0) return null
  const followed = path.slice(0, resolved)
  const isLong = followed.length > LAST + 2
  const hidden = isLong ? followed.length - LAST - 1 : 0
  const between = followed.slice(1, 1 + hidden)
  /** By how many steps of the path lead there. */
  const shown = followed.map((_, i) => i + 1).filter(steps => steps === 1 || steps > 1 + hidden)
  return (
    <nav className="flame-crumbs mono" aria-label={label ?? words.zoom}>
      <button type="button" onClick={() => onZoom([])}>
        {words.all}
      </button>
      {shown.map((steps, i) => (
        <span key={steps}>
          <i aria-hidden="true">›</i>
          {isLong && i === 1 && (
            <>
              <button
                type="button"
                aria-label={words.stepsBetween(formatCount(hidden), followed[hidden])}
                title={`${between.length > NAMED ? '… › ' : ''}${between.slice(-NAMED).join(' › ')}`}
                onClick={() => onZoom(followed.slice(0, 1 + hidden))}
              >
                …
              </button>
              <i aria-hidden="true">›</i>
            </>
          )}
          <button
            type="button"
            title={followed[steps - 1]}
            aria-current={steps === path.length ? 'location' : undefined}
            onClick={() => onZoom(followed.slice(0, steps))}
          >
            {stepName(followed[steps - 1])}
          </button>
        </span>
      ))}
      {resolved < path.length && (
        <span className="flame-lost" title={path.slice(resolved).join(' › ')}>
          <i aria-hidden="true">›</i>
          {words.isNotHere(stepName(path[resolved]))}
        </span>
      )}
    </nav>
  )
}
