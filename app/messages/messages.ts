// What the page says, in the language of the person. English is part of the page; another language is loaded when it is
// asked for, and what was on screen stays in the language before until then.

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Said, type Say, type Sentences, sentenceOf } from '../../src/index.ts'
import type { CardMessages } from './doctor/cards.ts'
import type { Messages } from './en.ts'
import { type FirstMessages, firstEn } from './first/en.ts'
import type { GuideMessages } from './guide/guide.ts'
import type { LearnMessages } from './learn/learn.ts'

/** Languages by what BCP 47 calls them. */
export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** What each calls itself: whoever cannot read the page finds their own among them. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-CN': '中文' }

export const isLanguage = (text: string | null): text is Language => languages.some(language => language === text)

/** What the first page says: it waits for no more than that. */
const firstLoaders: Record<Language, () => Promise<FirstMessages>> = {
  en: async () => firstEn,
  'zh-CN': async () => (await import('./first/zh.ts')).firstZh,
}

/** The same with what views say. */
const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-CN': async () => (await import('./zh.ts')).zh,
}

/** The Doctor's cards have more to say than all views together, and only once a profile is open. */
const cardLoaders: Record<Language, () => Promise<CardMessages>> = {
  en: async () => (await import('./doctor/en.ts')).cardsEn,
  'zh-CN': async () => (await import('./doctor/zh.ts')).cardsZh,
}

/** Help and what explains single words, once somebody asks. */
const learnLoaders: Record<Language, () => Promise<LearnMessages>> = {
  en: async () => (await import('./learn/en.ts')).learnEn,
  'zh-CN': async () => (await import('./learn/zh.ts')).learnZh,
}

/** What the library says of files and profiles: in English it comes with what it says it of. */
const sentenceLoaders: Record<Language, () => Promise<Sentences | null>> = {
  en: async () => null,
  'zh-CN': async () => (await import('./sentences/zh.ts')).sentencesZh,
}

declare const __ARCFLAME_SAMPLES__: boolean

/** Notes on samples; where there are none, as in the one HTML file, nobody asks. */
const guideLoaders: Record<Language, () => Promise<GuideMessages | null>> = {
  en: async () => (__ARCFLAME_SAMPLES__ ? (await import('./guide/en.ts')).guideEn : null),
  'zh-CN': async () => (__ARCFLAME_SAMPLES__ ? (await import('./guide/zh.ts')).guideZh : null),
}

interface Spoken {
  language: Language
  /** Those of the first page alone, or all: nothing that says more is drawn before {@link loadMessages} has answered. */
  messages: FirstMessages | Messages
  isWhole: boolean
  /** Null until they are asked for. */
  cards: CardMessages | null
  /** The same. */
  learn: LearnMessages | null
  /** The same. */
  guide: GuideMessages | null
  /** Null in English, and until they are there. */
  sentences: Sentences | null
}

// Workers that only format numbers need no sentences, and get none.
const spoken = /* @__PURE__ */ createStore<Spoken>(() => ({
  language: 'en',
  messages: firstEn,
  isWhole: false,
  cards: null,
  learn: null,
  guide: null,
  sentences: null,
}))

/** All sentences, for components: they are drawn anew once the language changes. */
export const useMessages = (): Messages => useStore(spoken, state => state.messages as Messages)
/** All sentences, for what is no component. */
export const messages = (): Messages => spoken.getState().messages as Messages
/** What cards say; null until {@link loadCards} has it. */
export const useCardMessages = (): CardMessages | null => useStore(spoken, state => state.cards)
/** What help says; null until {@link loadLearn} has it. */
export const useLearnMessages = (): LearnMessages | null => useStore(spoken, state => state.learn)
/** What notes on samples say; null until {@link loadGuide} has it. */
export const useGuideMessages = (): GuideMessages | null => useStore(spoken, state => state.guide)
/** Says what the library says, for components. */
export function useSay(): Say {
  const sentences = useStore(spoken, state => state.sentences)
  return said => sayIn(sentences, said)
}
/** Says what the library says, for what is no component. */
export const say: Say = said => sayIn(spoken.getState().sentences, said)
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
  const { isWhole, cards: spokenCards, learn: spokenLearn, guide: spokenGuide } = spoken.getState()
  const [messages, cards, learn, guide] = await Promise.all([
    (isWhole ? loaders : firstLoaders)[language](),
    spokenCards && cardLoaders[language](),
    spokenLearn && learnLoaders[language](),
    spokenGuide && guideLoaders[language](),
  ])
  document.documentElement.lang = language
  document.querySelector('meta[name="description"]')?.setAttribute('content', messages.page.description)
  spoken.setState({ language, messages, cards, learn, guide, sentences: null })
  // Nothing waits for what is said of files: until it is there, or where it cannot be had, that is said in English.
  void sentenceLoaders[language]().then(
    sentences => language === spoken.getState().language && spoken.setState({ sentences }),
    () => {},
  )
}

function sayIn(sentences: Sentences | null, { message, says }: Said): string {
  const isKnown = sentences && says && Object.hasOwn(sentences, says.id)
  return isKnown ? sentenceOf(sentences, says, said => sayIn(sentences, said)) : message
}

/** Fetches what views say in the language of the page: before any of them is drawn. */
export async function loadMessages(): Promise<void> {
  const { language, isWhole } = spoken.getState()
  if (isWhole) return
  const messages = await loaders[language]()
  if (language === spoken.getState().language) spoken.setState({ messages, isWhole: true })
  else await loadMessages() // the person chose another meanwhile
}

/** Fetches what cards say in the language of the page. Where that cannot be had, there are no cards. */
export async function loadCards(): Promise<void> {
  const { language, cards } = spoken.getState()
  if (!cards) spoken.setState({ cards: await cardLoaders[language]() })
}

/** Fetches what help says in the language of the page. */
export async function loadLearn(): Promise<void> {
  const { language, learn } = spoken.getState()
  if (!learn) spoken.setState({ learn: await learnLoaders[language]() })
}

/** Fetches the notes on samples in the language of the page. */
export async function loadGuide(): Promise<void> {
  const { language, guide } = spoken.getState()
  if (!guide) spoken.setState({ guide: await guideLoaders[language]() })
}
