import { MORE_LABEL, NOT_LISTED_LABEL } from '../../../src/index.ts'
import { zoomTo } from '../../state/store.ts'

interface Props {
  path: string[]
  /** How many steps of the path this profile has. */
  resolved: number
}

/** Steps shown at the end of a long path. */
const LAST = 2

/** The way from "all" to the zoomed box, each step a button that zooms out to it. */
export function FlameCrumbs({ path, resolved }: Props) {
  if (path.length === 0) return null
  const followed = path.slice(0, resolved)
  const isLong = followed.length > LAST + 2
  const hidden = isLong ? followed.length - LAST - 1 : 0
  const steps = followed.map((label, i) => ({ label, path: followed.slice(0, i + 1) }))
  const shown = isLong ? [steps[0], ...steps.slice(1 + hidden)] : steps
  return (
    <nav className="flame-crumbs mono" aria-label="Zoomed to">
      <button type="button" onClick={() => zoomTo([])}>
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
                onClick={() => zoomTo(steps[hidden].path)}
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
            onClick={() => zoomTo(to)}
          >
            {nameOf(label)}
          </button>
        </span>
      ))}
      {resolved < path.length && (
        <span className="flame-lost" title={path.slice(resolved).join(' › ')}>
          <i aria-hidden="true">›</i>
          {nameOf(path[resolved])} is not here
        </span>
      )}
    </nav>
  )
}

const nameOf = (label: string) =>
  label === MORE_LABEL ? 'n more' : label === NOT_LISTED_LABEL ? 'not in this listing' : label
