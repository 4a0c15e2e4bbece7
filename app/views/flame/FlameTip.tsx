import { Fragment } from 'react'
import type { BoxRow, FlameTable, FunctionRow, Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { HoverCard } from '../../ui/HoverCard.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { ChangeTable } from '../compared/ChangeTable.tsx'
import { factsOf, formatAmount } from './flameFacts.ts'
import type { Rectangle } from './flameWindow.ts'
import type { ShownSide } from './shownSide.ts'

interface Props {
  profile: Profile
  table: FlameTable
  /** Where two profiles are compared. */
  shown: ShownSide | null
  nameOf: (fn: FunctionRow) => string
  box: BoxRow
  beside: Rectangle
}

/** The card beside a box: its time on this path, and how far that may be from the truth. */
export function FlameTip({ profile, table, shown, nameOf, box, beside }: Props) {
  const { title, amount, least, most, certainty, figures, sentence, change } = factsOf(
    profile,
    table,
    nameOf,
    box,
    shown,
  )
  const { flame: words } = useMessages()
  const written = (value: number) => formatAmount(profile, table, value)
  const at = (value: number) => `${most > 0 ? (value / most) * 100 : 0}%`
  return (
    <HoverCard beside={beside}>
      <h3>{title}</h3>
      <dl>
        {figures.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {certainty === 'exact' && (
        <p>
          <Pieces of={words.exactTip} />
        </p>
      )}
      {certainty === 'assumed' && (
        <p>
          <Pieces of={words.assumedTip[table.measure === 'calls' ? 'calls' : 'time'](written(least), written(most))} />
          <span className="flame-range" aria-hidden="true">
            <i className="flame-range-possible" style={{ left: at(least), right: 0 }} />
            <i className="flame-range-used" style={{ left: at(amount) }} />
          </span>
        </p>
      )}
      {sentence !== '' && <p>{sentence}</p>}
      {change && <ChangeTable {...change} />}
    </HoverCard>
  )
}
