// What the page says, in the language of the person. English is part of the page; another language is loaded when it is
// asked for, and what was on screen stays in the language before until then.

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { en, type Messages } from './en.ts'

/** Languages by what BCP 47 calls them. */
export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** What each calls itself: whoever cannot read the page finds their own among them. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-CN': '中文' }

export const isLanguage = (text: string | null): text is Language => languages.some(language => language === text)

const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => en,
  'zh-CN': async () => (await import('./zh.ts')).zh,
}

// Workers that only format numbers need no sentences, and get none.
const spoken = /* @__PURE__ */ createStore<{ language: Language; messages: Messages }>(() => ({
  language: 'en',
  messages: en,
}))

/** All sentences, for components: they are drawn anew once the language changes. */
export const useMessages = (): Messages => useStore(spoken, state => state.messages)
/** All sentences, for what is no component. */
export const messages = (): Messages => spoken.getState().messages
/** The language of the page. */
export const useLanguage = (): Language => useStore(spoken, state => state.language)

/** Of the languages of the page, the first that a person reads, who prefers these. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find(language => tag.toLowerCase().split('-')[0] === language.split('-')[0])
    if (found) return found
  }
  return 'en'
}

/** Lets the page speak a language. Rejects where its messages cannot be loaded; then it speaks on as before. */
export async function speak(language: Language): Promise<void> {
  const messages = await loaders[language]()
  document.documentElement.lang = language
  document.querySelector('meta[name="description"]')?.setAttribute('content', messages.page.description)
  spoken.setState({ language, messages })
}
