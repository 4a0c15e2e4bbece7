import type { ArcTable, FunctionTable } from '../profile.ts'

/**
 * Eight hexadecimal digits that tell one profile from another: FNV-1a (32 bits) over names, self times in microunits,
 * calls, and arcs. Equal for the same profile read from another file name or form of listing. Not a signature.
 */
export function fingerprintOf(
  functions: Pick<FunctionTable, 'name' | 'self' | 'calls'>,
  arcs: Pick<ArcTable, 'caller' | 'callee' | 'count'>,
): string {
  let hash = 0x811c9dc5
  const mix = (value: number) => {
    hash = Math.imul(hash ^ (value & 0xffff), 0x01000193)
  }
  const mixNumber = (value: number) => {
    const whole = Number.isNaN(value) ? -1 : Math.round(value * 1e6)
    mix(whole % 0x10000)
    mix(Math.floor(whole / 0x10000) % 0x10000)
  }
  for (let fn = 0; fn < functions.name.length; fn++) {
    const name = functions.name[fn]
    for (let i = 0; i < name.length; i++) mix(name.charCodeAt(i))
    mixNumber(functions.self[fn])
    mixNumber(functions.calls[fn])
  }
  for (let arc = 0; arc < arcs.caller.length; arc++) {
    mix(arcs.caller[arc])
    mix(arcs.callee[arc])
    mixNumber(arcs.count[arc])
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
