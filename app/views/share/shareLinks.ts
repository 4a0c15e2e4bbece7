// The links of the share dialog, and where they fit. All of a link after its # is the view; the profile is part of it
// where the link carries one.

import { printView } from '../../state/url.ts'
import { noOrigin, type View } from '../../state/view.ts'

/** Somewhere a link is pasted, and the most characters that it may have there. */
export interface Tier {
  place: 'chat' | 'issue' | 'address'
  most: number
}

export const tiers: readonly Tier[] = [
  { place: 'chat', most: 2_048 },
  { place: 'issue', most: 8_192 },
  { place: 'address', most: 65_536 },
]

/**
 * How much of what is open goes along: the profile as it is read for the view, or as much of it as fits somewhere; or
 * all processes of a sum, of which the view chooses some or none.
 */
export type Amount = 'whole' | 'processes' | Tier

/** A link to a view of the page at this address. */
export const linkTo = (page: string, view: View): string => `${page}#${printView(view)}`

/** What a link carries: a profile, and the one before where two are compared, each as base64url; empty for none. */
export interface Carried {
  data: string
  before: string
}

/**
 * The same view of a profile that the link carries: of several in one file, of that alone. Of some processes it is a view
 * of their profile, unless all of them go along.
 */
export function viewWithData(view: View, { data, before }: Carried, amount: Amount = 'whole'): View {
  const isOfSet = amount === 'processes'
  const against =
    before !== '' ? { part: 2, processes: [] } : isOfSet && view.against ? { ...view.against, part: 1 } : null
  return {
    ...view,
    ...noOrigin,
    part: 1,
    ...(!isOfSet && { processes: [], summed: 'sum' }),
    against,
    beside: before === '' ? noOrigin : { ...noOrigin, data: before },
    data,
  }
}

/** Characters that are left for the profiles in a link of so many. */
export const roomForData = (page: string, view: View, most: number): number =>
  most -
  (linkTo(page, viewWithData(view, { data: 'x', before: view.against ? 'x' : '' })).length - (view.against ? 2 : 1))
