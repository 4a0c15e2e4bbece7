// Graphviz off the page's thread. Its first layouts take some 200 ms longer than later ones, while the browser still
// compiles what turns out to be used much, so a graph of a usual size is laid out before anybody asks.

import { instance } from '@viz-js/viz'
import { type GraphLayout, runGraphviz } from './runGraphviz.ts'

/** A request; the answer carries the same `id`. */
export interface GraphRequest {
  id: number
  dot: string
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
  return viz
})

self.onmessage = async ({ data: { id, dot } }: MessageEvent<GraphRequest>) => {
  const answer: GraphAnswer = { id, layout: runGraphviz(await warm, dot) }
  self.postMessage(answer)
}
