import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { tiers } from './shareLinks.ts'

/** A link to look at before it is copied, and where one of its length can be pasted. */
export function LinkFacts({ link }: { link: string }) {
  return (
    <>
      <p className="share-fits">
        Fits in
        {tiers.map(({ place, most }) => {
          const fits = link.length <= most
          return (
            <span key={place} className={fits ? 'fits' : 'fits-not'} title={`at most ${formatCount(most)} characters`}>
              <Icon name={fits ? 'check' : 'close'} />
              {!fits && <span className="visually-hidden">not in </span>}
              {place}
            </span>
          )
        })}
      </p>
      <textarea className="share-link mono" aria-label="The link" readOnly rows={3} value={link} />
    </>
  )
}
