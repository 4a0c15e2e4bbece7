// What the Doctor says of each card, whatever the language.

import type { Diagnosis } from '../../../src/index.ts'

/** One card in words. Names and commands stand between backticks. */
export interface CardWords {
  /** What is the matter, in one line. */
  title: string
  /** The numbers of this file that show it, a sentence each. */
  evidence: string[]
  /** Functions, or files, and what the evidence says of each. */
  rows?: { name: string; says: string }[]
  /** How it comes about, and what it means for what is on screen. */
  why: string
  /** What to do about it; where there is a command, it follows. */
  next?: string
}

/** How cards write figures and names: the same way as the rest of the page. */
export interface CardFormats {
  /** In the unit of the profile: `51.4 ms`. */
  time(amount: number): string
  seconds(amount: number): string
  /** `26.3 %`, of 0..1. */
  share(share: number): string
  count(count: number): string
  /** With one decimal. */
  decimal(value: number): string
  /** A name as code, between backticks; long ones folded. */
  code(name: string): string
}

/** A card of one kind. */
export type CardOf<Name extends Diagnosis['card']> = Extract<Diagnosis, { card: Name }>

export type CardMessages = {
  [Name in Diagnosis['card']]: (card: CardOf<Name>, formats: CardFormats) => CardWords
}
