// Choices of a person about the page as such, kept by this browser and never in a link.

const PREFIX = 'arcflame.'

/** What was chosen here before; null for nothing, and where the browser forbids storage. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Keeps a choice. Where the browser forbids storage it lasts as long as the page. */
export function keepSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    return
  }
}
