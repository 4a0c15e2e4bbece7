import type { Messages } from '../messages/en.ts'

/** One of the sample profiles that come with the page, as `samples/index.json` lists it. */
export interface Sample {
  /** In links; messages tell what it is. */
  name: keyof Messages['start']['sampleCards']
  file: string
  /** Whether there are notes that lead through it. */
  guided?: boolean
}

/** The samples that come with the page. */
export async function listSamples(): Promise<Sample[]> {
  const response = await fetch('samples/index.json')
  return response.ok ? ((await response.json()) as Sample[]) : []
}
