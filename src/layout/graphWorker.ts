// Graphviz off the page's thread. Its first layouts take some 200 ms longer than later ones, while the browser still
// compiles what turns out to be used much, so a graph of a usual size is laid out before anybody asks.

import { instance } from '@viz-js/viz'
import { createGraphLayout, type GraphToLayOut } from './layOutGraph.ts'
import { type GraphLayout, runGraphviz } from './runGraphviz.ts'

/** A request; the answer carries the same `id`. */
export interface GraphRequest {
  id: number
  graph: GraphToLayOut
}
export interface GraphAnswer {
  id: number
  layout: GraphLayout
}

const warm = instance().then(viz => {
  const calls = Array.from(
    { length: 80 },
    (_, node) => `${node >> 1}->${node + 1};${(node * 7) % (node + 1)}->${node + 1}`,
  )
  for (let round = 0; round < 2; round++) runGraphviz(viz, `digraph{${calls.join(';')}}`)
  return createGraphLayout(viz)
})

self.onmessage = async ({ data: { id, graph } }: MessageEvent<GraphRequest>) => {
  const layOut = await warm
  const answer: GraphAnswer = { id, layout: layOut(graph) }
  self.postMessage(answer)
}
