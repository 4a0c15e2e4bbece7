import { boundsOf, type FlameTable, type Profile } from '../../../src/index.ts'
import { formatCount } from '../../ui/format.ts'
import { ColourMenu } from './ColourMenu.tsx'
import { formatAmount } from './flameFacts.ts'

interface Props {
  profile: Profile
  /** Null while it is made. */
  table: FlameTable | null
}

/** What the textures mean, and how much of the time has only one place it can be. */
export function FlameLegend({ profile, table }: Props) {
  const { count, width } = table?.undrawnRoots ?? { count: 0, width: 0 }
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
      {table && count > 0 && (
        <span>
          {formatCount(count)} {count === 1 ? 'root' : 'roots'} not drawn,{' '}
          {formatAmount(profile, table, width * table.total)}
        </span>
      )}
      <ColourMenu />
    </div>
  )
}
