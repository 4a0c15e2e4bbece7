// The page's colour tokens as a canvas needs them.

import { readColours } from '../../ui/readColours.ts'
import { CHANGE_TOKENS } from '../compared/comparedFigures.ts'

export interface FlameColours {
  panel: string
  ink: string
  ink2: string
  boxInk: string
  accent: string
  /** Lines between boxes; null where colours tell them apart. */
  frame: string | null
  /** Hues that have no order, the first for none. */
  groups: string[]
  /** From none to the most. */
  heat: string[]
  /** From what took less to what took more, may be chance in the middle. */
  changes: string[]
  /** Of the dots over what is assumed. */
  stipple: string
  /** Hatching over what is summed, and what is between its lines. */
  hatch: string
  hatchGround: string
  /** What is summed, where it is too narrow for hatching. */
  block: string
  sans: string
  mono: string
}

const GROUP_TOKENS = ['--g0', '--g1', '--g2', '--g3', '--g4', '--g5'] as const
const HEAT_TOKENS = ['--h0', '--h1', '--h2', '--h3', '--h4', '--h5'] as const
const PLAIN_TOKENS = [
  '--panel',
  '--ink',
  '--ink2',
  '--box-ink',
  '--accent',
  '--box-frame',
  '--stipple',
  '--hatch',
  '--hatch-bg',
  '--line2',
] as const

const TRANSPARENT = 'rgba(0, 0, 0, 0)'

/** Reads the tokens as they are now, at an element of the page. */
export function readFlameColours(at: HTMLElement): FlameColours {
  const colours = readColours(at, [...PLAIN_TOKENS, ...GROUP_TOKENS, ...HEAT_TOKENS, ...CHANGE_TOKENS])
  const styles = getComputedStyle(at)
  return {
    panel: colours['--panel'],
    ink: colours['--ink'],
    ink2: colours['--ink2'],
    boxInk: colours['--box-ink'],
    accent: colours['--accent'],
    frame: colours['--box-frame'] === TRANSPARENT ? null : colours['--box-frame'],
    groups: GROUP_TOKENS.map(token => colours[token]),
    heat: HEAT_TOKENS.map(token => colours[token]),
    changes: CHANGE_TOKENS.map(token => colours[token]),
    stipple: colours['--stipple'],
    hatch: colours['--hatch'],
    hatchGround: colours['--hatch-bg'],
    block: colours['--line2'],
    sans: styles.getPropertyValue('--sans'),
    mono: styles.getPropertyValue('--mono'),
  }
}
