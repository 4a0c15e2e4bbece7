import { useEffect, useState } from 'react'
import { type Issue, type Packed, printLink } from '../../../src/index.ts'
import { processTable, sourceRead } from '../../state/derive.ts'
import { ask, type Source } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'
import type { View } from '../../state/view.ts'
import { type Amount, linkTo, roomForData, tiers, viewWithData } from './shareLinks.ts'

/** A profile as a link carries it. */
export interface Packing extends Packed {
  amount: Amount
  link: string
}

export interface Packings {
  /** The whole profile, all processes, one for each place that the link of the profile is too long for. They come one after the other. */
  packings: Packing[]
  /** Whether there are several processes, which cannot go along. */
  onlySum?: boolean
  /** Why it cannot be packed. */
  errors?: Issue[]
}

/** Packs the open profile for a view of it. */
export function usePackings(page: string, view: View): Packings {
  const source = useApp(sourceRead)
  const isSum = useApp(processTable) !== null
  const [packed, setPacked] = useState<Packings>({ packings: [] })
  useEffect(() => {
    let wanted = true
    packAll({ source, isSum }, page, view, found => {
      if (wanted) setPacked(found)
      return wanted
    }).catch((error: Error) =>
      setPacked(({ packings }) => ({ packings, errors: [{ code: 'not-understood', message: error.message }] })),
    )
    return () => {
      wanted = false
    }
  }, [source, isSum, page, view])
  return packed
}

/** @param tell Told of what there is so far; says whether that is still wanted. */
async function packAll(
  { source, isSum }: { source: Source; isSum: boolean },
  page: string,
  view: View,
  tell: (found: Packings) => boolean,
): Promise<void> {
  const found: Packings = { packings: [] }
  const add = (amount: Amount, packed: Packed) => {
    const link = linkTo(page, viewWithData(view, printLink(packed.bytes), amount))
    found.packings = [...found.packings, { ...packed, amount, link }]
  }
  const whole = await ask('pack', source, { characters: null })
  if (whole.ok) add('whole', whole.value)
  else found.errors = whole.errors
  if (!tell({ ...found }) || !whole.ok) return
  if (isSum) {
    const all = await ask('pack', { ...source, selection: null }, { characters: null, processes: true })
    if (all.ok && all.value.processes > 0) add('processes', all.value)
    else found.onlySum = true
    if (!tell({ ...found })) return
  }
  const { length } = found.packings[0].link
  for (const tier of tiers.filter(({ most }) => length > most).toReversed()) {
    const packed = await ask('pack', source, { characters: roomForData(page, view, tier.most) })
    if (packed.ok) add(tier, packed.value)
    if (!tell({ ...found })) return
  }
}
