// .debug_line, part two: each unit holds a small program that, run, lists addresses with their files and lines.

import type { ByteReader } from '../byteReader.ts'
import type { LineUnit } from './lineUnits.ts'
import { readSigned, readUnsigned } from './numbers.ts'

/** One row. Addresses mostly ascend; the last row of a sequence, which `ends` it, has the first address behind it. */
export type EmitRow = (address: number, file: number, line: number, ends: boolean) => void

/** Runs the program at which the reader stands, to its end. Addresses count from `origin`. */
export function runLineProgram(reader: ByteReader, unit: LineUnit, origin: bigint, emit: EmitRow): void {
  let address = Number(-origin)
  let file = unit.firstFile
  let line = 1

  const advance = (instructions: number) => {
    address += Math.trunc(instructions) * unit.instructionLength
  }
  while (reader.left > 0 && !reader.cut) {
    const opcode = reader.u8()
    if (opcode >= unit.opcodeBase) {
      const step = opcode - unit.opcodeBase
      advance(Math.floor(step / unit.lineRange))
      line += unit.lineBase + (step % unit.lineRange)
      emit(address, file, line, false)
    } else if (opcode === 0) {
      const length = readUnsigned(reader)
      const end = reader.offset + length
      const extended = length > 0 ? reader.u8() : 0
      if (extended === 1) {
        emit(address, file, line, true)
        address = Number(-origin)
        file = unit.firstFile
        line = 1
      } else if (extended === 2)
        address = Number((unit.addressLength === 8 ? reader.u64() : BigInt(reader.u32())) - origin)
      if (!(end <= reader.bytes.length)) return
      reader.offset = end
    } else if (opcode === 1) emit(address, file, line, false)
    else if (opcode === 2) advance(readUnsigned(reader))
    else if (opcode === 3) line += readSigned(reader)
    else if (opcode === 4) file = readUnsigned(reader)
    else if (opcode === 8) advance(Math.floor((255 - unit.opcodeBase) / unit.lineRange))
    else if (opcode === 9) address += reader.u16()
    else for (let i = 0; i < (unit.argumentsOf[opcode - 1] ?? 0); i++) readUnsigned(reader)
  }
}
