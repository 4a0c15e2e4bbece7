import type { CycleRow } from '../../profile.ts'
import type { Point, Size } from '../graph.ts'
import type { OldNode } from './parts.ts'

/** In a picture whose calls point down. */
export interface SteadyNode extends Point, Size {
  key: string
  cycle: CycleRow
  isSum: boolean
  /** The function beside which a sum stands. */
  owner: SteadyNode | null
  neighbours: SteadyNode[]
  level: number
  /** What decides which of two on a level is further left. */
  order: number
  /** Where it was in the picture before; null for a new one. */
  old: OldNode | null
}

/** The box round the members of a cycle. */
export interface CycleBox {
  cycle: CycleRow
  members: ReadonlySet<SteadyNode>
  /** Levels. */
  first: number
  last: number
  left: number
  right: number
}

/** Between a box and its members, px. */
export const MARGIN = 12
/** What the title of a cycle takes up above them in Graphviz's own pictures. */
export const TITLE: Size = { width: 212, height: 38 }
