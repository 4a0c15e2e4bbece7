import { functionByLabel, MORE_LABEL, NOT_LISTED_LABEL, type Profile } from '../../../src/index.ts'
import { nameOf } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'

interface Props {
  profile: Profile
  path: string[]
  /** How many steps of the path this profile has. */
  resolved: number
  onZoom: (path: string[]) => void
  label?: string
}

/** Steps shown at the end of a long path. */
const LAST = 2

/** The way from "all" to the zoomed box, each step a button that zooms out to it. */
export function FlameCrumbs({ profile, path, resolved, onZoom, label: title = 'Zoomed to' }: Props) {
  const name = useApp(nameOf)
  const stepName = (label: string) => {
    if (label === MORE_LABEL) return 'n more'
    if (label === NOT_LISTED_LABEL) return 'not in this listing'
    const fn = functionByLabel(profile, label)
    return fn < 0 ? label : name(fn)
  }
  if (path.length === 0) return null
  const followed = path.slice(0, resolved)
  const isLong = followed.length > LAST + 2
  const hidden = isLong ? followed.length - LAST - 1 : 0
  const steps = followed.map((label, i) => ({ label, path: followed.slice(0, i + 1) }))
  const shown = isLong ? [steps[0], ...steps.slice(1 + hidden)] : steps
  return (
    <nav className="flame-crumbs mono" aria-label={title}>
      <button type="button" onClick={() => onZoom([])}>
        all
      </button>
      {shown.map(({ label, path: to }, i) => (
        <span key={to.length}>
          <i aria-hidden="true">›</i>
          {isLong && i === 1 && (
            <>
              <button
                type="button"
                aria-label={`${hidden} steps between: zoom out to ${steps[hidden].label}`}
                title={steps
                  .slice(1, 1 + hidden)
                  .map(step => step.label)
                  .join(' › ')}
                onClick={() => onZoom(steps[hidden].path)}
              >
                …
              </button>
              <i aria-hidden="true">›</i>
            </>
          )}
          <button
            type="button"
            title={label}
            aria-current={to.length === path.length ? 'location' : undefined}
            onClick={() => onZoom(to)}
          >
            {stepName(label)}
          </button>
        </span>
      ))}
      {resolved < path.length && (
        <span className="flame-lost" title={path.slice(resolved).join(' › ')}>
          <i aria-hidden="true">›</i>
          {stepName(path[resolved])} is not here
        </span>
      )}
    </nav>
  )
}
