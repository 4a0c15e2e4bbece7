// For whoever translates sentences, to hold theirs against them.

export { sentences } from './sentences.ts'
