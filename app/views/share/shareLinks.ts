// The links of the share dialog, and where they fit. All of a link after its # is the view; the profile is part of it
// where the link carries one.

import { printView } from '../../state/url.ts'
import { noOrigin, type View } from '../../state/view.ts'

/** Somewhere a link is pasted, and the most characters that it may have there. */
export interface Tier {
  place: string
  most: number
}

export const tiers: readonly Tier[] = [
  { place: 'chat message', most: 2_048 },
  { place: 'issue or e-mail', most: 8_192 },
  { place: 'address bar', most: 65_536 },
]

/** A link to a view of the page at this address. */
export const linkTo = (page: string, view: View): string => `${page}#${printView(view)}`

/** The same view of a profile that the link carries: of several in one file, or of some processes, of that alone. */
export const viewWithData = (view: View, data: string): View => ({
  ...view,
  ...noOrigin,
  part: 1,
  processes: [],
  summed: 'sum',
  data,
})

/** Characters that are left for the profile in a link of so many. */
export const roomForData = (page: string, view: View, most: number): number =>
  most - (linkTo(page, viewWithData(view, 'x')).length - 1)
