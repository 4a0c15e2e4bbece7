import { languageNames, languages, useLanguage, useMessages } from '../../messages/messages.ts'
import { Icon } from '../../ui/Icon.tsx'
import { chooseLanguage } from '../../ui/language.ts'

/** The language after the present one, round and round. */
export function useNextLanguage() {
  const present = languages.indexOf(useLanguage())
  return languages[(present + 1) % languages.length]
}

/** Changes the language. It is called what the other language calls itself, so that whoever needs it can read it. */
export function LanguageButton() {
  const next = useNextLanguage()
  const words = useMessages().frame
  return (
    <button
      type="button"
      id="language"
      className="button icon language-button"
      lang={next}
      aria-label={languageNames[next]}
      title={words.speak[next]}
      onClick={() => void chooseLanguage(next)}
    >
      <Icon name="language" />
    </button>
  )
}
