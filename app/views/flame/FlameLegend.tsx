import type { FlameTable, Profile } from '../../../src/index.ts'
import { formatCount } from '../../ui/format.ts'
import { ColourMenu } from './ColourMenu.tsx'
import { certainWords, formatAmount } from './flameFacts.ts'

interface Props {
  profile: Profile
  /** Null while it is made. */
  table: FlameTable | null
}

/** What the textures mean, and how much of what is measured has only one place it can be. */
export function FlameLegend({ profile, table }: Props) {
  const { count, width } = table?.undrawnRoots ?? { count: 0, width: 0 }
  const certain = table && certainWords(table)
  return (
    <div className="flame-legend">
      {certain && (
        <span className="flame-share">
          <b>{certain.share}</b> {certain.words}
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
