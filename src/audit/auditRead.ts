import { reportOf, withoutSwitches } from '../export/reportOf.ts'
import { readListings } from '../parse/gprofText.ts'
import type { ProfileRead } from '../profileRead.ts'
import { auditListing } from './audit.ts'
import type { Audit } from './ledger.ts'

/**
 * Holds the report of a profile to its own figures: of a listing the file itself, else what is printed of it. Lines are
 * those of the report that is printed without switches; rows of functions are the profile's.
 */
export function auditRead({ profile, source }: Pick<ProfileRead, 'profile' | 'source'>): Audit {
  if (source?.kind === 'listing') return auditListing(source.listing, source.bytes)
  const { bytes, rowOfNumber } = reportOf(profile, source, withoutSwitches)
  const [listing] = readListings(bytes)
  if (!listing) return { checked: 0, agreed: 0, disagreements: [] }
  // The flat profile lists functions in the order of the table; others have a number in both.
  return auditListing(listing, bytes, ({ index }, fn) => rowOfNumber.get(index[fn]) ?? fn)
}
