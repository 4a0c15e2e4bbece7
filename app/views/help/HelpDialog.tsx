import { Fragment } from 'react'
import type { LearnMessages, Word } from '../../messages/learn/learn.ts'
import { useLearnMessages } from '../../messages/messages.ts'
import { isComparing } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Sentences } from '../../ui/Sentences.tsx'
import { Explanation } from './Explanation.tsx'
import { keys } from './keys.ts'
import { useWordFigures } from './useWordFigures.ts'
import './HelpDialog.css'

/** In the order in which the views have them: list, entry, pictures. */
const order: Word[] = [
  'self',
  'rank',
  'total',
  'percent',
  'calls',
  'perCall',
  'selfCalls',
  'ofAll',
  'cycle',
  'spontaneous',
  'index',
  'certain',
  'blank',
]

/** What the numbers mean, by those on screen; what is assumed; and the keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const words = useLearnMessages()
  const comparing = useApp(isComparing)
  const shown = useWordFigures()
  if (!words) return null
  const by = comparing ? words.comparedBy : words.shownBy
  const lead = shown ? by(shown.name, shown.isChosen) : comparing ? words.comparing : words.nothingOpen
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="help">
        <p className="help-lead">
          <Sentences text={lead} />
        </p>
        <dl>
          {order.map(word => (
            <Fragment key={word}>
              <dt>{words.words[word].word}</dt>
              <dd>
                <Explanation of={word} words={words} shown={shown} />
              </dd>
            </Fragment>
          ))}
        </dl>
        {comparing && <Compared words={words} />}
        <h3>{words.assumed}</h3>
        <p>{words.assumption}</p>
        <h3>{words.keys}</h3>
        <dl className="help-keys">
          {keys.map(([names, does]) => (
            <div key={does}>
              <dt>
                {names.map(name => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{words.keysDo[does]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}

function Compared({ words }: { words: LearnMessages }) {
  return (
    <>
      <h3>{words.comparedTitle}</h3>
      <dl>
        {words.compared.map(({ word, means }) => (
          <Fragment key={word}>
            <dt>{word}</dt>
            <dd>{means}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  )
}
