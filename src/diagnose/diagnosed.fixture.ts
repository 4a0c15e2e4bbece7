// Profiles as cards look at them: drawn, printed, or recorded by the fixtures' programs.

import { printReport } from '../export/gprofReport.ts'
import { bytesOf, dropped } from '../processes/processes.fixture.ts'
import type { Profile } from '../profile.ts'
import { readFiles } from '../readProfile.ts'
import type { DroppedFile } from '../sortFiles.ts'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { type DiagnosisInput, diagnosisInput } from './input.ts'

/** A profile of which nothing else is known. */
export const ofProfile = (profile: Profile): DiagnosisInput => ({
  profile,
  listing: null,
  run: null,
  recorded: null,
  processes: null,
})

/** The first profile in files. */
export async function ofFiles(...files: DroppedFile[]): Promise<DiagnosisInput> {
  const { result } = await readFiles(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  return diagnosisInput(result.value[0])
}

export const ofListing = (text: string): Promise<DiagnosisInput> => ofFiles(dropped('profile.txt', text))

/** The report of a drawn profile, after somebody changed its text. */
export const ofReport = (profile: Profile, change = (text: string) => text): Promise<DiagnosisInput> =>
  ofListing(change(printReport(profile)))

/** A program of the fixtures with a gmon.out, its own unless another is given. */
export const ofProgram = (fixture: string, gmon = bytesOf(`${fixture}/gmon.out`)): Promise<DiagnosisInput> =>
  ofFiles(dropped('program', bytesOf(`${fixture}/program`)), dropped('gmon.out', gmon))

/** The card of one kind, if there is one. */
export const cardOf = <Name extends Diagnosis['card']>(input: DiagnosisInput, name: Name) =>
  diagnose(input).find((each): each is Diagnosis & { card: Name } => each.card === name)
