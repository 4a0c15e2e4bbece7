// Pictures of real profiles and of small listings, laid out as the page lays them out, in its colours.

import { readFileSync } from 'node:fs'
import { instance } from '@viz-js/viz'
import { chooseGraph, heaviestPaths, placementFrom, readProfile } from '../../../src/index.ts'
import { en } from '../../messages/en.ts'
import { drawGraph } from '../graph/graphDrawing.ts'
import { type Colours, type Picture, type PictureColours, TOKENS } from './picture.ts'

const viz = await instance()
const styles = readFileSync(new URL('../../ui/theme.css', import.meta.url), 'utf8')

/** Tokens of a theme, as the style sheet has them. */
export function themeColours<Token extends `--${string}`>(
  theme: 'light' | 'dark',
  tokens: readonly Token[],
): Colours<Token> {
  const colourOf = (token: string) =>
    new RegExp(`${token}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(styles)?.[theme === 'light' ? 1 : 2] ?? ''
  return Object.fromEntries(tokens.map(token => [token, colourOf(token)])) as Colours<Token>
}

export const coloursOf = (theme: 'light' | 'dark'): PictureColours => themeColours(theme, TOKENS)

export const sample = (name: string) => readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url))

/** Where Graphviz puts the nodes of a graph in its language. */
export function layOut(dot: string, engine = 'dot') {
  const { output, errors } = viz.render(dot, { engine, format: 'json0' })
  const placement = output === undefined ? null : placementFrom(output)
  if (!placement) throw new Error(errors.map(({ message }) => message).join(' '))
  return placement
}

/** What Graphviz itself makes of a graph. */
export const drawnByGraphviz = (dot: string) => viz.renderString(dot, { format: 'svg' })

interface Options {
  chosen?: string
  direction?: 'down' | 'right'
  minShare?: number
  theme?: 'light' | 'dark'
  /** Other names for functions, by those they have. */
  renamed?: Record<string, string>
}

export async function pictureOf(
  listing: Uint8Array<ArrayBuffer> | string,
  { chosen = '', direction = 'down', minShare = Number.NaN, theme = 'light', renamed = {} }: Options = {},
): Promise<Picture> {
  const result = await readProfile([{ name: 'listing', blob: new Blob([listing]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  const [profile] = result.value
  const { name } = profile.functions
  const fn = name.indexOf(chosen)
  for (const [row, own] of name.entries()) name[row] = renamed[own] ?? own
  const graph = chooseGraph(profile, { minShare, pinned: fn < 0 ? [] : [fn] })
  const drawing = drawGraph(profile, graph, { direction, nameOf: row => name[row], words: en })
  return {
    placed: { drawing, placement: layOut(drawing.dot) },
    chosen: fn,
    path: fn < 0 ? null : heaviestPaths(profile, graph, fn, 1)[0],
    hits: null,
    title: profile.title,
    summary: `${graph.functions.length} functions`,
    date: '12 Nov 2025',
    colours: coloursOf(theme),
  }
}
