import { type Profile, SPONTANEOUS } from '../../src/index.ts'

const known = new WeakMap<object, boolean>()

/** Whether any function calls another one: without, there is no call graph to be seen. */
export function hasCalls({ arcs }: Pick<Profile, 'arcs'>): boolean {
  const has = known.get(arcs) ?? arcs.caller.some((from, arc) => from !== SPONTANEOUS && from !== arcs.callee[arc])
  known.set(arcs, has)
  return has
}
