/** A path without its folders, whichever system wrote it. */
export const baseName = (path: string): string => path.replace(/^.*[/\\]/, '')
