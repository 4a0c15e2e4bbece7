// Text. A table of names is one after the other, each with a byte behind it that no text has. (Each written as what it
// does not share with the one before it takes more, since deflate finds what names share by itself and has longer
// stretches to find; sorted ones take less, but no less than the order then costs.)

import type { ByteWriter } from './byteWriter.ts'
import type { PackReader } from './packReader.ts'
import { bytesOfText, textOfBytes } from './text.ts'

/** See text.ts. */
const END = 0xff

/** How many, and the names. */
export function writeNames(out: ByteWriter, names: string[]): void {
  out.varint(names.length)
  for (const name of names) writeText(out, name)
}

/** None where they cannot be read. */
export function readNames(input: PackReader, most = Number.MAX_SAFE_INTEGER): string[] {
  const names: string[] = []
  for (let left = input.count(1, most); left > 0 && !input.fault; left--) names.push(readText(input))
  return input.fault ? [] : names
}

export function writeText(out: ByteWriter, text: string): void {
  out.bytes(bytesOfText(text))
  out.u8(END)
}

export function readText(input: PackReader): string {
  const end = input.bytes.indexOf(END, input.offset)
  if (end < 0) input.fail('ends')
  const text = textOfBytes(input.take(end - input.offset), input.textLeft)
  input.take(1)
  if (text === null) input.fail('wrong')
  input.textLeft -= text?.length ?? 0
  return input.fault ? '' : (text ?? '')
}
