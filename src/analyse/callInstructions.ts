// Call instructions in the code of a program, where records of calls leave open which they are of: C libraries keep one
// counter for all calls that come back to a stretch of code, and write down where the stretch begins. On x86 only.

import { type Elf, readRange } from '../parse/elf.ts'

const x86 = [3, 62]
const textFlags = 6
/** `call rel32`: an opcode and four bytes. */
const CALL = 0xe8
export const CALL_LENGTH = 5

/** A call. Addresses count from the origin that was given. */
export interface Call {
  target: number
  /** Where it comes back to: the instruction after it. */
  returns: number
}

/** Whether calls can be told in the code of a program. */
export const knowsCalls = ({ machine }: Elf): boolean => x86.includes(machine)

/** Bytes of code that have one counter of calls. */
export const stretchOf = ({ form }: Elf): number => (form.wide ? 16 : 8)

/** Direct calls that come back to an address in `[low, high)`; none where the file does not have the code any more. */
export async function callsReturning(elf: Elf, origin: bigint, low: number, high: number): Promise<Call[]> {
  const start = low - CALL_LENGTH
  const code = await codeAt(elf, origin + BigInt(start), high - 1 - start)
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength)
  const calls: Call[] = []
  for (let at = 0; at + CALL_LENGTH <= code.length; at++)
    if (code[at] === CALL) {
      const returns = start + at + CALL_LENGTH
      calls.push({ returns, target: returns + view.getInt32(at + 1, true) })
    }
  return calls
}

/** Bytes of the program at an address; none where the file does not have them any more. */
async function codeAt({ sections, sectionSource }: Elf, at: bigint, length: number): Promise<Uint8Array> {
  const section = sections.find(
    each => (each.flags & textFlags) === textFlags && at >= each.address && at < each.address + BigInt(each.size),
  )
  if (!section) return new Uint8Array(0)
  const start = Number(at - section.address)
  return readRange(sectionSource(section), start, start + length).catch(() => new Uint8Array(0))
}
