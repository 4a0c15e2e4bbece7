// All that app/ and cli/ may import, in reading order.

export { type Issue, placeOf, type Result } from './issue.ts'
export * from './profile.ts'
export { type Adjacency, adjacencyOf, calleeArcs, callerArcs, rowsOf } from './query/adjacency.ts'
