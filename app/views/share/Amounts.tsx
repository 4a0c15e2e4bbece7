import type { Profile } from '../../../src/index.ts'
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
  if (packings.length < 2) return null
  const order = [...packings].sort((a, b) => Number(b.amount === 'processes') - Number(a.amount === 'processes'))
  const isSum = order[0].amount === 'processes'
  return (
    <fieldset className="segments share-amounts">
      <legend className="visually-hidden">How much of the profile</legend>
      {order.map(packing => (
        <button
          key={typeof packing.amount === 'string' ? packing.amount : packing.amount.place}
          type="button"
          aria-pressed={packing.amount === chosen}
          title={sizeOf(packing)}
          onClick={() => onChoose(packing.amount)}
        >
          {packing.amount === 'processes'
            ? `All ${formatCount(processes)} processes`
            : packing.amount !== 'whole'
              ? `Less, for ${article(packing.amount.place)}`
              : isSum
                ? 'Only what is shown'
                : 'Whole'}
        </button>
      ))}
    </fieldset>
  )
}

const article = (noun: string) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

/** How much of the profile a link carries. */
export function keptWords({ amount, pruned, processes }: Packing, { functions, arcs }: Profile): string {
  if (amount === 'processes')
    return `The sum of all, and what each of ${formatCount(processes)} processes adds to it. No figure is lost.`
  if (!pruned)
    return `All ${formatCount(functions.length)} functions and ${formatCount(arcs.length)} arcs. No figure is lost.`
  const time = Number.isNaN(pruned.time) ? '' : `${formatPercent(pruned.time)} % of the time, `
  return `Keeps ${time}${formatCount(pruned.functions)} of ${formatCount(pruned.of)} functions. The rest is summed, and the link says so.`
}
