// Names are text of any length, and not unique. A label is a unique text for a function: it names the function in
// links, and wherever two of one name must be told apart.

import type { CycleRow, FunctionRow, FunctionTable, Profile } from '../profile.ts'
import { shortName } from './shortName.ts'

/** As much of a profile as names take. */
export interface Named {
  functions: Pick<FunctionTable, 'length' | 'name' | 'index'>
}

const labelsOfFunctions = new WeakMap<object, string[]>()
const rowsOfLabels = new WeakMap<object, Map<string, FunctionRow>>()

/**
 * One label for each function row: its name where that is unique, else `name [n]` with gprof's own index, which is how
 * gprof tells them apart; where even that is missing or taken, `name #2` by order.
 */
export function labelsOf(profile: Named): string[] {
  const labels = labelsOfFunctions.get(profile.functions)
  if (labels) return labels
  adoptLabels(profile, labelDoubles(profile))
  return labelsOf(profile)
}

/** Takes over what another thread called the doubles of the same profile, so that they are not looked for twice. */
export function adoptLabels({ functions }: Named, doubles: ReadonlyMap<FunctionRow, string>): void {
  const labels = functions.name.slice()
  for (const [row, label] of doubles) labels[row] = label
  labelsOfFunctions.set(functions, labels)
}

/** The labels that are not names, also those that were made before a transform took other functions of a name away. */
export function doublesOf(profile: Pick<Profile, 'functions'>): Map<FunctionRow, string> {
  const doubles = new Map<FunctionRow, string>()
  for (const [fn, label] of labelsOf(profile).entries())
    if (label !== profile.functions.name[fn]) doubles.set(fn, label)
  return doubles
}

/** The labels of functions whose names are not unique. */
function labelDoubles({ functions }: Named): Map<FunctionRow, string> {
  const doubles = new Map<FunctionRow, string>()
  const taken = new Set(functions.name)
  if (taken.size === functions.length) return doubles
  const uses = new Map<string, number>()
  for (const name of functions.name) uses.set(name, (uses.get(name) ?? 0) + 1)
  const numbered = new Map<string, number>()
  for (const [row, name] of functions.name.entries()) {
    if (uses.get(name) === 1) continue
    const index = functions.index[row]
    let label = index > 0 ? `${name} [${index}]` : `${name} #1`
    // From where the last one of that name came to: thousands of one name must not cost their square.
    let n = numbered.get(name) ?? 1
    while (taken.has(label)) label = `${name} #${n++}`
    numbered.set(name, n)
    taken.add(label)
    doubles.set(row, label)
  }
  return doubles
}

/**
 * The function of a label, -1 if there is none. A label with an index that this build of the program does not have
 * falls back to the first function of that name, so that a link survives renumbering.
 */
export function functionByLabel(profile: Pick<Profile, 'functions'>, label: string): FunctionRow {
  let rows = rowsOfLabels.get(profile.functions)
  if (!rows) {
    rows = new Map()
    for (const [row, name] of profile.functions.name.entries()) if (!rows.has(name)) rows.set(name, row)
    for (const [row, own] of labelsOf(profile).entries()) rows.set(own, row)
    rowsOfLabels.set(profile.functions, rows)
  }
  return rows.get(label) ?? rows.get(label.replace(/ (\[\d+\]|#\d+)$/, '')) ?? -1
}

/** What a path or a picture calls a cycle: gprof's own suffix, `<cycle 1>`. */
export const cycleLabel = ({ cycles }: Pick<Profile, 'cycles'>, cycle: CycleRow): string =>
  `<cycle ${cycles.number[cycle]}>`

/**
 * Shortens a name to a number of characters. C++ loses first what tells least: template arguments, then parameters,
 * then namespaces from the left; what is still too long loses its middle. The result never ends in an ellipsis unless
 * there is room for nothing else.
 */
export function foldName(name: string, characters: number): string {
  if (name.length <= characters) return name
  const templatesFolded = shortName(name, 'templates')
  if (templatesFolded.length <= characters) return templatesFolded
  const parametersFolded = shortName(name)
  if (parametersFolded.length <= characters) return parametersFolded
  let scoped = parametersFolded
  for (let cut = topLevelScope(scoped); cut >= 0; cut = topLevelScope(scoped)) {
    scoped = scoped.slice(cut + 2)
    if (scoped.length + 3 <= characters) return `…::${scoped}`
  }
  // Empty brackets tell nothing any more; what is left is the last component alone.
  return foldMiddle(scoped.replace(/[<(]…[>)]/g, ''), characters)
}

/** Half of the room for the beginning, half for the end, one ellipsis between. */
export function foldMiddle(name: string, characters: number): string {
  const symbols = [...name] // by code point: never half a character
  if (symbols.length <= characters) return name
  if (characters < 3) return symbols.slice(0, Math.max(0, characters)).join('')
  const head = Math.ceil((characters - 1) / 2)
  const tail = characters - 1 - head
  return `${symbols.slice(0, head).join('')}…${symbols.slice(symbols.length - tail).join('')}`
}

/** Where the leftmost `::` outside of brackets stands, -1 for none. */
function topLevelScope(name: string): number {
  let depth = 0
  for (let i = 0; i < name.length - 1; i++) {
    if (name[i] === '<' || name[i] === '(') depth++
    else if (name[i] === '>' || name[i] === ')') depth--
    else if (depth === 0 && name[i] === ':' && name[i + 1] === ':') return i
  }
  return -1
}
