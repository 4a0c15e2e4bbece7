import type { Profile } from '../../../src/index.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import type { Tier } from './shareLinks.ts'
import type { Packing } from './usePackings.ts'

interface Props {
  packings: Packing[]
  chosen: Tier | null
  onChoose: (tier: Tier | null) => void
}

/** The whole profile, or less of it where that is too long for somewhere. */
export function Amounts({ packings, chosen, onChoose }: Props) {
  if (packings.length < 2) return null
  return (
    <fieldset className="segments share-amounts">
      <legend className="visually-hidden">How much of the profile</legend>
      {packings.map(({ tier, link }) => (
        <button
          key={tier?.place ?? ''}
          type="button"
          aria-pressed={tier === chosen}
          title={`${formatCount(link.length)} characters`}
          onClick={() => onChoose(tier)}
        >
          {tier ? `Less, for ${article(tier.place)}` : 'Whole'}
        </button>
      ))}
    </fieldset>
  )
}

const article = (noun: string) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

/** How much of the profile a link carries. */
export function keptWords({ pruned }: Packing, { functions, arcs }: Profile): string {
  if (!pruned)
    return `All ${formatCount(functions.length)} functions and ${formatCount(arcs.length)} arcs. No figure is lost.`
  const time = Number.isNaN(pruned.time) ? '' : `${formatPercent(pruned.time)} % of the time, `
  return `Keeps ${time}${formatCount(pruned.functions)} of ${formatCount(pruned.of)} functions. The rest is summed, and the link says so.`
}
