import { boundsOf, type Profile } from '../../../src/index.ts'
import { ColourMenu } from './ColourMenu.tsx'

/** What the textures mean, and how much of the time has only one place it can be. */
export function FlameLegend({ profile }: { profile: Profile }) {
  const share = boundsOf(profile).certainShare
  return (
    <div className="flame-legend">
      {!Number.isNaN(share) && (
        <span className="flame-share">
          <b>{Math.round(share * 100)} %</b> of the time has only one place it can be
        </span>
      )}
      <span>
        <i className="flame-key solid" aria-hidden="true" />
        certain
      </span>
      <span>
        <i className="flame-key solid assumed" aria-hidden="true" />
        assumed
      </span>
      <span>
        <i className="flame-key summed" aria-hidden="true" />n more
      </span>
      <ColourMenu />
    </div>
  )
}
