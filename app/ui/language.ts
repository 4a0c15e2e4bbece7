// The language of the page: as the person chose, else as the browser prefers; kept by this browser, never in a link.

import { isLanguage, type Language, languageFor, speak } from '../messages/messages.ts'
import { keepSetting, readSetting } from '../state/setting.ts'

const SETTING = 'language'

/** Lets the page speak the language that was kept, else the first of the browser's that it has. */
export async function startLanguage(): Promise<void> {
  const kept = readSetting(SETTING)
  try {
    await speak(isLanguage(kept) ? kept : languageFor(navigator.languages))
  } catch {
    return // messages out of reach: the page speaks English
  }
}

/** Changes the language, for now and for later. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language)
  keepSetting(SETTING, language)
}
