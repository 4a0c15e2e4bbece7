// Graphviz off the page's thread. Its first layout takes some 200 ms longer than the next (WebAssembly being compiled),
// so a tiny one is made at once.

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
  runGraphviz(viz, 'digraph{0->1;1->2;0->2}')
  return viz
})

self.onmessage = async ({ data: { id, dot } }: MessageEvent<GraphRequest>) => {
  const answer: GraphAnswer = { id, layout: runGraphviz(await warm, dot) }
  self.postMessage(answer)
}
