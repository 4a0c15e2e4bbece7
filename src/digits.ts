// How the digits of a number are set for people, in whatever language: by Intl, which knows the decimal point and rounds.
// Three things are the page's own in all languages, and no option of Intl: thousands are parted by a thin no-break space
// where a language has commas or points, the minus is as wide as the plus, and there is no negative zero.

/** Thin no-break space: between thousands, and before a unit. */
export const THIN = '\u202f'

/** Minus, as wide as a plus and a digit; the hyphen is narrower. */
export const MINUS = '−'

/** Numbers that are remembered: more than there are figures on screen. */
const MOST_KNOWN = 4096

/**
 * Sets numbers as Intl does with these options: `1 234.5`, `−0.20`, `∞`. It rounds the decimal that is nearest to a number, halves
 * away from zero: with two places 1.005, which is a hair less, is 1.01.
 *
 * Making a formatter takes as long as a hundred numbers, and Intl takes three times as long for a number as toFixed. So
 * one is made when the first number comes, and anew only where the language changes, and what it wrote is remembered: rows that
 * scroll and boxes that are drawn again show the same figures again.
 */
export function digitsIn(locale: () => string, options: Intl.NumberFormatOptions): (value: number) => string {
  let language = ''
  let write: (value: number) => string
  const known = new Map<number, string>()
  return value => {
    const asked = locale()
    if (asked !== language) {
      language = asked
      write = writerIn(language, options)
      known.clear()
    }
    const before = known.get(value)
    if (before !== undefined) return before
    if (known.size >= MOST_KNOWN) known.clear()
    const text = value < 0 ? MINUS + write(-value) : write(Math.abs(value))
    known.set(value, text)
    return text
  }
}

function writerIn(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const numbers = new Intl.NumberFormat(locale, { useGrouping: true, ...options })
  const group = numbers.formatToParts(1e6).find(({ type }) => type === 'group')?.value ?? THIN
  return value => numbers.format(value).replaceAll(group, THIN)
}
