// Three functions that tails of the common distributions are made of. Own code, because the kept libraries that have them
// come as some two hundred packages. Counts need not be whole: gprof divides a tick between the functions of one bin.
// Source: NIST Digital Library of Mathematical Functions (DLMF), numbers of the formulae below.

/** Relative error at which a series or fraction has converged. */
const PRECISION = 1e-15
/** Enough for counts of 10⁹: the fraction needs some √count steps. */
const MOST_STEPS = 200_000

/** Coefficients of Lanczos' approximation for g = 7 and nine terms, which is good to 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0. (C. Lanczos, 1964; DLMF 5.2.1) */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x) // DLMF 5.5.3
  let sum = LANCZOS[0]
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x - 1 + i)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/**
 * Regularised incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1: with whole numbers, the probability of at least `a`
 * successes in a + b − 1 trials of probability `x` each. (DLMF 8.17.2, 8.17.5)
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (a <= 0) return 1
  if (b <= 0) return 0
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction converges fast on this side only; the other is its mirror image (8.17.4).
  return x > (a + 1) / (a + b + 2) ? 1 - (front / b) * betaFraction(1 - x, b, a) : (front / a) * betaFraction(x, a, b)
}

/** The continued fraction DLMF 8.17.22, evaluated from the front (W. J. Lentz, 1976). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return value
}

/**
 * Regularised incomplete gamma function P(a, x) for x ≥ 0: with a whole number, the probability that a Poisson count of
 * mean `x` is at least `a`. (DLMF 8.2.4)
 */
export function regularisedGamma(a: number, x: number): number {
  if (a <= 0) return 1
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x)
}

/** DLMF 8.7.1 */
function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_STEPS && term > sum * PRECISION; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** DLMF 8.9.2, evaluated from the front. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / away(b)
  let value = d
  for (let n = 1; n < MOST_STEPS; n++) {
    const step = n * (a - n)
    b += 2
    d = 1 / away(b + step * d)
    c = away(b + step / c)
    value *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return value
}

const TINY = 1e-300
/** Keeps a denominator away from nought, as Lentz' method asks. */
const away = (value: number) => (Math.abs(value) < TINY ? TINY : value)
