import { useEffect, useState } from 'react'
import { type Issue, type Packed, printLink } from '../../../src/index.ts'
import { processTable, sourceAlone, sourceBefore } from '../../state/derive.ts'
import { ask, type Source } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'
import type { View } from '../../state/view.ts'
import { type Amount, linkTo, roomForData, tiers, viewWithData } from './shareLinks.ts'

/** A profile as a link carries it. */
export interface Packing extends Packed {
  amount: Amount
  /** The profile before, where two are compared and it is none of the processes that go along. */
  before: Packed | null
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
  const source = useApp(sourceAlone)
  const before = useApp(sourceBefore)
  const isSum = useApp(processTable) !== null
  const [packed, setPacked] = useState<Packings>({ packings: [] })
  useEffect(() => {
    let wanted = true
    packAll({ source, before, isSum }, page, view, found => {
      if (wanted) setPacked(found)
      return wanted
    }).catch((error: Error) =>
      setPacked(({ packings }) => ({
        packings,
        errors: [{ code: 'not-understood', message: error.message, says: null }],
      })),
    )
    return () => {
      wanted = false
    }
  }, [source, before, isSum, page, view])
  return packed
}

interface ToPack {
  source: Source
  /** What it is compared with. */
  before: Source | null
  isSum: boolean
}

/** @param tell Told of what there is so far; says whether that is still wanted. */
async function packAll(
  { source, before, isSum }: ToPack,
  page: string,
  view: View,
  tell: (found: Packings) => boolean,
): Promise<void> {
  const found: Packings = { packings: [] }
  const add = (amount: Amount, packed: Packed, packedBefore: Packed | null) => {
    const carried = { data: printLink(packed.bytes), before: packedBefore ? printLink(packedBefore.bytes) : '' }
    const link = linkTo(page, viewWithData(view, carried, amount))
    found.packings = [...found.packings, { ...packed, amount, before: packedBefore, link }]
  }
  const whole = await ask('pack', source, { characters: null })
  const wholeBefore = before && (await ask('pack', before, { characters: null }))
  if (whole.ok && wholeBefore?.ok !== false) add('whole', whole.value, wholeBefore?.value ?? null)
  else found.errors = whole.ok ? (wholeBefore?.ok === false ? wholeBefore.errors : []) : whole.errors
  if (!tell({ ...found }) || !whole.ok || wholeBefore?.ok === false) return
  if (isSum) {
    const all = await ask('pack', { ...source, selection: null }, { characters: null, processes: true })
    const isOther = before !== null && before.part !== source.part
    if (all.ok && all.value.processes > 0) add('processes', all.value, isOther ? (wholeBefore?.value ?? null) : null)
    else found.onlySum = true
    if (!tell({ ...found })) return
  }
  const { length } = found.packings[0].link
  const bytesBefore = wholeBefore?.value.bytes.length ?? 0
  const partBefore = bytesBefore / (bytesBefore + whole.value.bytes.length)
  for (const tier of tiers.filter(({ most }) => length > most).toReversed()) {
    const room = roomForData(page, view, tier.most)
    const roomBefore = Math.floor(room * partBefore)
    const prunedBefore = before && (await ask('pack', before, { characters: roomBefore }))
    const packed = await ask('pack', source, { characters: room - roomBefore })
    if (packed.ok && prunedBefore?.ok !== false) add(tier, packed.value, prunedBefore?.value ?? null)
    if (!tell({ ...found })) return
  }
}
