import { useEffect, useState } from 'react'
import { type Issue, type Packed, printLink } from '../../../src/index.ts'
import { sourceRead } from '../../state/derive.ts'
import { ask, type Source } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'
import type { View } from '../../state/view.ts'
import { linkTo, roomForData, type Tier, tiers, viewWithData } from './shareLinks.ts'

/** A profile as a link carries it. */
export interface Packing extends Packed {
  /** Where it was pruned to fit; null for the whole profile. */
  tier: Tier | null
  link: string
}

export interface Packings {
  /** The whole profile first, then one for each place that its link is too long for. They come one after the other. */
  packings: Packing[]
  /** Why it cannot be packed. */
  errors?: Issue[]
}

/** Packs the open profile for a view of it. */
export function usePackings(page: string, view: View): Packings {
  const source = useApp(sourceRead)
  const [packed, setPacked] = useState<Packings>({ packings: [] })
  useEffect(() => {
    let wanted = true
    packAll(source, page, view, found => {
      if (wanted) setPacked(found)
      return wanted
    }).catch((error: Error) =>
      setPacked(({ packings }) => ({ packings, errors: [{ code: 'not-understood', message: error.message }] })),
    )
    return () => {
      wanted = false
    }
  }, [source, page, view])
  return packed
}

/** @param tell Told of what there is so far; says whether that is still wanted. */
async function packAll(source: Source, page: string, view: View, tell: (found: Packings) => boolean): Promise<void> {
  const packings: Packing[] = []
  const pack = async (tier: Tier | null) => {
    const characters = tier && roomForData(page, view, tier.most)
    const packed = await ask('pack', source, { characters })
    if (packed.ok) packings.push({ ...packed.value, tier, link: linkWith(page, view, packed.value) })
    return tell({ packings: [...packings], ...(packed.ok || tier ? {} : { errors: packed.errors }) })
  }
  if (!(await pack(null)) || packings.length === 0) return
  const tooShort = tiers.filter(({ most }) => packings[0].link.length > most)
  for (const tier of tooShort.toReversed()) if (!(await pack(tier))) return
}

const linkWith = (page: string, view: View, { bytes }: Packed) => linkTo(page, viewWithData(view, printLink(bytes)))
