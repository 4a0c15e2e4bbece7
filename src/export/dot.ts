// The call graph in Graphviz's language, for `dot` and for programs that read it: the functions that tell most, or those
// that a view asks for. Figures are rounded in the labels, and in full in attributes that Graphviz does not know and
// passes on: `self`, `total` and `time` in the profile's unit, `calls`. What is hidden is summed, as in the page.
//
// Nodes are numbers, since names may be alike. The picture on screen, with its colours and places, is another text, which
// the page writes.

import type { CycleRow, FunctionRow, Profile } from '../profile.ts'
import { kindOfArc } from '../query/bounds.ts'
import { chooseGraph, type GraphOptions, type VisibleGraph } from '../query/graph/chooseGraph.ts'
import { type HiddenSum, heaviestSums } from '../query/graph/hiddenSums.ts'
import { foldName, labelsOf } from '../query/names.ts'
import { totalOf } from '../query/totals.ts'
import { dotLabel, dotTooltip } from './dotText.ts'
import { tidy } from './json.ts'

const LONGEST_NAME = 60

/** A graph of each profile. The same profiles give the same text. */
export const toDot = (profiles: readonly Profile[], options: GraphOptions): string =>
  profiles.map(profile => graphText(profile, chooseGraph(profile, options))).join('\n')

function graphText(profile: Profile, graph: VisibleGraph): string {
  const { arcs } = profile
  const heading = list({ labelloc: 't', labeljust: 'l', label: `${dotLabel(headingOf(profile, graph), '\\l')}\\l` })
  return [
    `digraph "${dotLabel([profile.title])}" {`,
    `graph [fontname="sans-serif",fontsize=10,${heading}];`,
    'node [shape=box,fontname="sans-serif",fontsize=10];',
    'edge [fontname="sans-serif",fontsize=9];',
    ...graph.functions.map(fn => `${fn} [${nodeOf(profile, fn)}];`),
    ...graph.cycles.map(cycle => clusterOf(profile, graph, cycle)),
    ...graph.arcs.map(arc => `${arcs.caller[arc]} -> ${arcs.callee[arc]} [${edgeOf(profile, arc)}];`),
    ...graph.elided.map(({ caller, callee, time }) => `${caller} -> ${callee} [${dashedOf(profile, time)}];`),
    ...heaviestSums(profile, graph).map(sum => sumOf(profile, sum)),
    '}\n',
  ].join('\n')
}

function headingOf({ title, functions, total, unit }: Profile, graph: VisibleGraph): string[] {
  const shown = `${title}: ${graph.functions.length} of ${functions.length} functions`
  return [
    Number.isNaN(graph.explained)
      ? shown
      : `${shown}, which have ${percent(graph.explained)} of ${Number(total.toPrecision(4))} ${unit}`,
    graph.of === 'time' ? 'In boxes: self, self + children, calls. On edges: calls.' : 'In boxes and on edges: calls.',
    'Solid: exact time. Dotted: time split by call counts. Dashed: through or to functions that are not shown.',
  ]
}

function nodeOf(profile: Profile, fn: FunctionRow): string {
  const { functions, total } = profile
  const name = labelsOf(profile)[fn]
  const calls = number(functions.calls[fn])
  const printed = functions.selfCalls[fn] > 0 ? `${calls}+${number(functions.selfCalls[fn])}` : calls
  const [self, all] = [functions.self[fn], totalOf(profile)[fn]]
  const shares = total > 0 ? [self, all].map(time => percent(time / total)).filter(share => share !== '') : []
  return list({
    label: dotLabel(
      [
        foldName(name, LONGEST_NAME),
        shares.join(', '),
        printed && (printed === '1' ? '1 call' : `${printed} calls`),
      ].filter(Boolean),
    ),
    tooltip: dotTooltip([name]),
    self: number(self),
    total: number(all),
    calls,
  })
}

function edgeOf(profile: Profile, arc: number): string {
  const { arcs } = profile
  const calls = number(arcs.count[arc])
  const time = arcs.self[arc] + arcs.children[arc]
  const style = kindOfArc(profile, arc) === 'assumed' ? 'dotted' : undefined
  return list({ label: calls, calls, time: number(time), style, penwidth: penwidth(profile, time) })
}

const dashedOf = (profile: Profile, time: number) =>
  list({ style: 'dashed', time: number(time), penwidth: penwidth(profile, time) })

function clusterOf({ functions, cycles, total }: Profile, graph: VisibleGraph, cycle: CycleRow): string {
  const [self, all] = [cycles.self[cycle], cycles.self[cycle] + cycles.children[cycle]]
  const calls = `${number(cycles.calls[cycle]) || '0'}+${number(cycles.innerCalls[cycle])}`
  const share = percent(all / total)
  const title = `cycle ${cycles.number[cycle]} as a whole${share && `, ${share}`}\\l${calls} calls\\l`
  const members = graph.functions.filter(fn => functions.cycle[fn] === cycle)
  const figures = list({ label: title, self: number(self), total: number(all), calls })
  return `subgraph cluster_${cycle} { graph [${figures}]; ${members.join('; ')} }`
}

function sumOf(profile: Profile, { fn, side, functions, time, calls }: HiddenSum): string {
  const node = `${side}${fn}`
  const label = `${functions} more ${functions === 1 ? side.slice(0, -1) : side}, ${percent(time / profile.total)}`
  const figures = list({ label, style: 'dashed,rounded', time: number(time), calls: number(calls) })
  const ends = side === 'callers' ? `${node} -> ${fn}` : `${fn} -> ${node}`
  return `${node} [${figures}]; ${ends} [${dashedOf(profile, time)}];`
}

/** 1 for none, 3.6 more for all time. */
const penwidth = ({ total }: Profile, time: number): string =>
  (1 + 3.6 * (total > 0 && time > 0 ? Math.min(1, time / total) : 0)).toFixed(2)

const number = (value: number): string => (Number.isFinite(value) ? String(tidy(value)) : '')

const percent = (share: number): string => {
  if (!Number.isFinite(share)) return ''
  return share === 0 ? '0 %' : share > 0 && share < 0.0005 ? '<0.1 %' : `${(100 * share).toFixed(1)} %`
}

/** Attributes, each as it stands between quotes, but for those without a value. */
const list = (attributes: Record<string, string | undefined>): string =>
  Object.entries(attributes)
    .flatMap(([key, value]) => (value ? [`${key}="${value}"`] : []))
    .join(',')
