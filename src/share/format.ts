// A packed profile: everything a profile says, bit for bit, in as few bytes as fit a link.
//
//   file    = "Ar" version pieces           version: one byte, 1 or 2
//   pieces                                  the payload, each piece by deflate (RFC 1951, no header); see pieces.ts
//   payload = contents check
//   check   = four bytes, lowest first: FNV-1a (32 bits) of all bytes of the payload before them
//
// There are three kinds of contents, since a profile of a gmon.out follows from less than one of a listing, and a sum of
// listings from these:
//
//   contents = title 1 run warnings processes?
//            | title 0 scale tables pruned completeness warnings
//            | title 2 set
//
// What each of these is, is said where it is written and read: text.ts, names.ts, facts.ts (scale, pruned,
// completeness, warnings), run.ts, processes.ts, tables.ts, listings.ts. Numbers are varints (byteWriter.ts) and columns
// of numbers (numbers.ts).
//
// Much is not stored, because it follows by code that is there anyway: cycles, times, gprof's numbers, the order of arcs,
// names of symbols. That code is part of the format. Whoever changes what it makes of the same, in whatever last digit,
// writes another version and goes on reading this one by the old code; links.fixture.txt holds links that must open as
// ever. Version 2 may have with each warning what its sentence is made from, for other languages, and sets of listings, which
// were no contents before; all else is as in 1.

import type { Issue } from '../issue.ts'

/** The latest that this reads, and the first. Each file is written as the first that has what is in it. */
export const VERSION = 2
export const FIRST_VERSION = 1

export const MAGIC = Uint8Array.of(0x41, 0x72) // Ar

/** The most bytes that a payload may have, and so the most that is unpacked of anything: 16 MiB. */
export const PAYLOAD_LIMIT = 2 ** 24

/** The most characters that all text of a profile may have together. */
export const TEXT_LIMIT = 2 ** 26

/** The most pieces that a payload may be packed in. */
export const PIECES_LIMIT = 32

/** The most functions and arcs of a packed profile. */
export const FUNCTIONS_LIMIT = 2 ** 18
export const ARCS_LIMIT = 2 ** 20

/** The most processes of a packed profile. */
export const PROCESSES_LIMIT = 2 ** 16

/** The most functions and calls that listings of a packed set may have together. */
export const LISTED_LIMIT = 2 ** 21

/** Bytes before the payload. */
export const HEADER = MAGIC.length + 1

/** Whether bytes are a packed profile of any version; those that will ever be are numbers that no text holds. */
export const isPacked = (bytes: Uint8Array): boolean =>
  MAGIC.every((byte, i) => bytes[i] === byte) && bytes[MAGIC.length] > 0 && bytes[MAGIC.length] < 9

/** Bytes behind the contents. */
export const CHECK = 4

/** What a payload holds: a profile's tables, the run that they follow from, or listings whose sum it is. */
export const CONTENTS = { tables: 0, run: 1, listings: 2 } as const

/** Codes of issues by number. New ones are added at the end. */
export const ISSUE_CODES: readonly Issue['code'][] = [
  'empty',
  'not-gprof',
  'needs-executable',
  'needs-gmon',
  'wrong-pair',
  'truncated',
  'incomplete',
  'mended',
  'inconsistent',
  'damaged',
  'too-large',
  'not-understood',
  'unreachable',
]

/** FNV-1a, 32 bits. It finds accidents, not forgeries. */
export function checkOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
