// Numbers as C's printf writes them, which is how gprof writes them.

/**
 * `%.2f` or `%.1f`. C rounds the exact binary value and a tie to the even digit; `toFixed` does the same but for ties,
 * which it rounds up, and ties are common here: ticks are hundredths. A tie is a number of which the eighth (with one
 * decimal, the quarter) is odd.
 */
export function fixed(value: number, decimals: 1 | 2): string {
  if (Number.isNaN(value)) return '-nan' // the sign that 0 divided by 0 has on x86
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}.${'0'.repeat(decimals)}`
  const scale = 10 ** decimals
  if (Math.abs(value * 2 ** (decimals + 1)) % 2 !== 1) return value.toFixed(decimals)
  const below = Math.floor(value * scale)
  return ((below % 2 === 0 ? below : below + 1) / scale).toFixed(decimals)
}

/** `%g`: six significant digits, ties to even, no trailing zeros, an exponent below 1e-4 and from 1e6 on. */
export function general(value: number): string {
  if (!Number.isFinite(value)) return fixed(value, 1)
  if (value === 0) return '0'
  const exact = /^(-?\d\.\d{4})([02468])50*e(.*)$/.exec(value.toExponential(60))
  const [digits, power] = exact ? [exact[1] + exact[2], exact[3]] : value.toExponential(5).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) return String(Number(`${digits}e${power}`))
  return `${Number(digits)}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

/** `%{width}lu`; blank for a count that is not known. Means of counts are rounded, but what happened is at least 1. */
export const integer = (value: number, width: number): string =>
  (Number.isNaN(value) ? '' : whole(value)).padStart(width)

function whole(count: number): string {
  if (!Number.isInteger(count)) return String(Math.max(1, Math.round(count)))
  return count <= Number.MAX_SAFE_INTEGER ? String(count) : String(BigInt(count))
}

/** `%{width}.2f` */
export const time = (value: number, width: number): string => fixed(value, 2).padStart(width)

const utf8 = new TextEncoder()

/** The order of `strcmp`: by bytes, unsigned. */
export function compareBytes(a: string, b: string): number {
  const left = utf8.encode(a)
  const right = utf8.encode(b)
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i] - right[i]
  return left.length - right.length
}
