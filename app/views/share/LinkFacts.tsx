import { useMessages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { tiers } from './shareLinks.ts'

/** A link to look at before it is copied, and where one of its length can be pasted. */
export function LinkFacts({ link }: { link: string }) {
  const words = useMessages().share
  return (
    <>
      <p className="share-fits">
        {words.fitsIn}
        {tiers.map(({ place, most }) => {
          const fits = link.length <= most
          return (
            <span key={place} className={fits ? 'fits' : 'fits-not'} title={words.atMost(formatCount(most))}>
              <Icon name={fits ? 'check' : 'close'} />
              <span aria-hidden={!fits}>{words.places[place]}</span>
              {!fits && <span className="visually-hidden">{words.notIn(words.places[place])}</span>}
            </span>
          )
        })}
      </p>
      <textarea className="share-link mono" aria-label={words.link} readOnly rows={3} value={link} />
    </>
  )
}
