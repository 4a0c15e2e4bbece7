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
  for (let fn = 0; fn < functions.name.length; fn++) {
    const name = functions.name[fn]
    for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i))
    hash = mixNumber(hash, functions.self[fn])
    hash = mixNumber(hash, functions.calls[fn])
  }
  for (let arc = 0; arc < arcs.caller.length; arc++) {
    hash = mix(mix(hash, arcs.caller[arc]), arcs.callee[arc])
    hash = mixNumber(hash, arcs.count[arc])
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** The lowest 16 bits of a whole number. */
const mix = (hash: number, value: number) => Math.imul(hash ^ (value & 0xffff), 0x01000193)

/** The lowest 32 bits of a number of microunits. */
function mixNumber(hash: number, value: number): number {
  const whole = Number.isNaN(value) ? -1 : Math.round(value * 1e6)
  return mix(mix(hash, whole), Math.floor(whole / 0x10000))
}
