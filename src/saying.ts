// What is said to people. A sentence is written in English, in the table of its folder, and travels as that and as what
// another language makes it from: its id in the table, and its values.

import { digitsIn, THIN } from './digits.ts'

/** A sentence. It can be sent from a worker to a page. */
export interface Said {
  /** In English: what was expected, what was found, what to do next. */
  message: string
  /** Null where there is nothing but the message, in whatever language it is. */
  says: Saying | null
}

/** What a sentence is made from, in whatever language. */
export interface Saying {
  id: string
  values: Values
}

/** Figures and names are given as they are: how a number looks is a matter of the language. */
export type Values = Readonly<Record<string, Value>>
export type Value = string | number | boolean | null | Said | readonly Value[]

/** Says a sentence that is a value of another one, as the name of a kind of file is. */
export type Say = (said: Said) => string

/** The sentences of a folder by id: texts, and functions of values. */
export type Sentences = Readonly<Record<string, string | ((values: never, say: Say) => string)>>

type ValuesOf<Sentence> = Sentence extends (values: infer V, say: Say) => string ? [values: V] : []

/** Who says the sentences of a table. */
export const sayer =
  <Table extends Sentences>(table: Table) =>
  <Id extends keyof Table & string>(id: Id, ...[values]: ValuesOf<Table[Id]>): Said => {
    const says: Saying = { id, values: (values ?? {}) as Values }
    return { message: sentenceOf(table, says, ({ message }) => message), says }
  }

/** A sentence of a table, which has it. */
export function sentenceOf(table: Sentences, { id, values }: Saying, say: Say): string {
  const sentence = table[id]
  return typeof sentence === 'string' ? sentence : sentence(values as never, say)
}

/** How sentences of a language write figures: as the page does that shows them. */
export function figuresIn(locale: string) {
  const digits = (options: Intl.NumberFormatOptions) => digitsIn(() => locale, options)
  const whole = digits({ maximumFractionDigits: 0 })
  const tenths = digits({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return {
    /** `1 012`, `0.5` */
    grouped: digits({ maximumFractionDigits: 1 }),
    /** `26 %`, `2.6 %`, of 0..1 */
    percent: (share: number) => `${(share > 0 && share < 0.1 ? tenths : whole)(100 * share)}${THIN}%`,
    /** One digit that counts: `0.01`. */
    roughly: digits({ maximumSignificantDigits: 1 }),
    /** Six of them, for what differs by little: `4.00012`. */
    precisely: digits({ maximumSignificantDigits: 6 }),
  }
}

const english = /* @__PURE__ */ figuresIn('en')
export const grouped = (n: number): string => english.grouped(n)
export const percent = (share: number): string => english.percent(share)
export const roughly = (n: number): string => english.roughly(n)
export const precisely = (n: number): string => english.precisely(n)

/** `1 012 files` and the like. */
export const count = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`
