import { useMemo } from 'react'
import {
  type CostColumns,
  type CostKind,
  type CostMap,
  heatOf,
  layoutCostMap,
  type Profile,
  totalOf,
} from '../../../src/index.ts'
import { comparison, isComparing, profileShown } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { radiusOf } from './costScene.ts'

/** The map on screen, and what it was made of. */
export interface CostData {
  profile: Profile
  kind: CostKind
  map: CostMap
  columns: CostColumns
  /** What was before, in a comparison. */
  before: CostColumns | null
  /** All time, and what one sample counts of it. */
  all: number
  samplePeriod: number
  /** By point: radius in px, and step of heat of its self time. */
  radius: Float64Array
  heat: Uint8Array
}

/** The map of the profile on screen; of the side after, where two are compared. Null until these are. */
export function useCostMap(): CostData | null {
  const profile = useApp(profileShown)
  const comparing = useApp(isComparing)
  const compared = useApp(comparison)
  const kind = useApp(state => state.view.cost)
  return useMemo(() => {
    if (!profile || (comparing && !compared)) return null
    const side = compared?.b
    const { self, calls } = side ?? profile.functions
    const columns = { self, calls, total: side?.total ?? totalOf(profile) }
    const all = side?.all ?? profile.total
    const map = layoutCostMap(columns, kind)
    return {
      profile,
      kind,
      map,
      columns,
      before: compared?.a ?? null,
      all,
      samplePeriod: side?.samplePeriod ?? profile.samplePeriod,
      radius: map.time.map(time => radiusOf(time / all)),
      heat: Uint8Array.from(map.fn, fn => heatOf(self[fn] / all)),
    }
  }, [profile, comparing, compared, kind])
}

/** √n samples of a point's time, per call; NaN where samples are not known. */
export function errorPerCall({ map, columns, samplePeriod }: CostData, point: number): number {
  return (Math.sqrt(map.time[point] / samplePeriod) * samplePeriod) / columns.calls[map.fn[point]]
}
