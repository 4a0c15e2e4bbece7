import type { Profile } from '../../../src/index.ts'
import { messages, useMessages } from '../../messages/messages.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import type { Amount } from './shareLinks.ts'
import type { Packing } from './usePackings.ts'

interface Props {
  /** Of a link, or of a file, for which nothing need be left out. */
  packings: Packing[]
  /** Processes whose sum is open; 0 where it is of one. */
  processes: number
  /** How large one is, for people. */
  sizeOf: (packing: Packing) => string
  chosen: Amount
  onChoose: (amount: Amount) => void
}

/** All processes or what is shown of them; the whole of that, or less where it is too long for somewhere. */
export function Amounts({ packings, processes, sizeOf, chosen, onChoose }: Props) {
  const words = useMessages().share
  if (packings.length < 2) return null
  const order = [...packings].sort((a, b) => Number(b.amount === 'processes') - Number(a.amount === 'processes'))
  const isSum = order[0].amount === 'processes'
  return (
    <fieldset className="segments share-amounts">
      <legend className="visually-hidden">{words.amounts}</legend>
      {order.map(packing => (
        <button
          key={typeof packing.amount === 'string' ? packing.amount : packing.amount.place}
          type="button"
          aria-pressed={packing.amount === chosen}
          title={sizeOf(packing)}
          onClick={() => onChoose(packing.amount)}
        >
          {packing.amount === 'processes'
            ? words.allProcesses(formatCount(processes))
            : packing.amount !== 'whole'
              ? words.lessFor[packing.amount.place]
              : isSum
                ? words.onlyShown
                : words.whole}
        </button>
      ))}
    </fieldset>
  )
}

/** How much of the profile a link carries. */
export function keptWords({ amount, pruned, processes }: Packing, { functions, arcs }: Profile): string {
  const words = messages().share
  if (amount === 'processes') return words.keptProcesses(formatCount(processes))
  if (!pruned) return words.keptAll(formatCount(functions.length), formatCount(arcs.length))
  const time = Number.isNaN(pruned.time) ? '' : formatPercent(pruned.time)
  return words.kept(time, formatCount(pruned.functions), formatCount(pruned.of))
}
