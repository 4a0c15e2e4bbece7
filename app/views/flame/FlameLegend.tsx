import type { FlameTable, Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { comparison } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Pieces } from '../../ui/Pieces.tsx'
import { ChangeRamp } from '../compared/ChangeRamp.tsx'
import { Term } from '../help/Term.tsx'
import { ColourMenu } from './ColourMenu.tsx'
import { colouringFor } from './flameColouring.ts'
import { certainWords, formatAmount } from './flameFacts.ts'

interface Props {
  profile: Profile
  /** Null while it is made. */
  table: FlameTable | null
}

/** What the textures mean, and how much of what is measured has only one place it can be. */
export function FlameLegend({ profile, table }: Props) {
  const compared = useApp(comparison)
  const side = useApp(state => state.view.side)
  const isByChange = useApp(state => colouringFor(state.view.colouring, compared) === 'change')
  const { flame: words, pictures } = useMessages()
  const { count, width } = table?.undrawnRoots ?? { count: 0, width: 0 }
  const certain = table && certainWords(table)
  return (
    <div className={compared ? 'flame-legend comparing' : 'flame-legend'}>
      {certain && (
        <span className="flame-share">
          <Term of={['certain']}>
            <Pieces of={certain} />
          </Term>
        </span>
      )}
      <span>
        <i className="flame-key solid" aria-hidden="true" />
        {words.certain}
      </span>
      <span>
        <i className="flame-key solid assumed" aria-hidden="true" />
        {words.assumed}
      </span>
      <span>
        <i className="flame-key summed" aria-hidden="true" />
        {words.nMore}
      </span>
      {table && count > 0 && (
        <span>{words.rootsNotDrawn(formatCount(count), count, formatAmount(profile, table, width * table.total))}</span>
      )}
      {compared && (
        <>
          {isByChange && (
            <span title={pictures.legend.steps}>
              <ChangeRamp />
              {pictures.legend.inAll}
            </span>
          )}
          <span>
            <i className="flame-key own" aria-hidden="true" />
            {pictures.legend.path[side === 'b' ? 'new' : 'gone']}
          </span>
        </>
      )}
      <ColourMenu />
    </div>
  )
}
