// Values of const generics: integers, booleans and characters, in hexadecimal digits.

import type { V0Reader } from './v0Reader.ts'

export function writeConstant(reader: V0Reader): void {
  if (reader.take('B')) {
    reader.again(() => writeConstant(reader), undefined)
    return
  }
  const type = reader.next()
  if (type === 'p') reader.write('_')
  else if (type === 'b') writeBoolean(reader)
  else if (type === 'c') writeCharacter(reader)
  else if (/[aslxni]/.test(type)) {
    if (reader.take('n')) reader.write('-')
    writeInteger(reader)
  } else if (/[htmyoj]/.test(type)) writeInteger(reader)
  else reader.fail()
}

function writeInteger(reader: V0Reader): void {
  const digits = reader.hexDigits()
  if (digits === '') reader.fail()
  // Of a number of more than 64 bits GNU prints the digits, beginning with the second, and the _ behind them.
  reader.write(digits.length > 16 ? `0x${digits.slice(1)}_` : String(BigInt(`0x${digits}`)))
}

function writeBoolean(reader: V0Reader): void {
  const digits = reader.hexDigits()
  if (digits !== '0' && digits !== '1') reader.fail()
  reader.write(digits === '1' ? 'true' : 'false')
}

const escapes: Record<number, string> = { 9: '\\t', 10: '\\n', 13: '\\r' }

function writeCharacter(reader: V0Reader): void {
  const digits = reader.hexDigits()
  if (digits === '' || digits.length > 8) reader.fail()
  const code = Number.parseInt(digits, 16)
  const plain = code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : `\\u{${code.toString(16)}}`
  reader.write(`'${escapes[code] ?? plain}'`)
}
