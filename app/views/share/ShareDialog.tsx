import { type FormEvent, useState } from 'react'
import type { Profile } from '../../../src/index.ts'
import { messages, useMessages, useSay } from '../../messages/messages.ts'
import { isComparing, processTable, profileOfAll } from '../../state/derive.ts'
import { store, useApp } from '../../state/store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { saveAs } from '../../ui/saveAs.ts'
import { useCopy } from '../../ui/useCopy.ts'
import { Amounts, keptWords } from './Amounts.tsx'
import { LinkFacts } from './LinkFacts.tsx'
import { ShareChoice } from './ShareChoice.tsx'
import { type Amount, linkTo } from './shareLinks.ts'
import { useHtmlFile } from './useHtmlFile.ts'
import { type Packing, usePackings } from './usePackings.ts'
import { useViewLinkNeeds } from './viewLinkNeeds.ts'
import './ShareDialog.css'

type Kind = 'view' | 'data' | 'file'

/**
 * The ways to give away what is on screen, each with its size. Nothing leaves the page before the button is pressed, and
 * then only for the clipboard or the disk.
 *
 * @param profile As it was read; what transforms do to it is part of the view.
 */
export function ShareDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  // What was on screen when the dialog opened.
  const [view] = useState(() => store.getState().view)
  const page = location.href.split('#')[0]
  // The address of a file on a disk leads nobody else anywhere.
  const isFile = page.startsWith('file:')
  const needs = useViewLinkNeeds(view)
  const [kind, setKind] = useState<Kind>(isFile ? 'file' : needs === null ? 'data' : 'view')
  const { packings, onlySum, errors } = usePackings(page, view)
  const [amount, setAmount] = useState<Amount>('whole')
  const packing = packings.find(one => one.amount === amount)
  // In a file there is room.
  const forFile = packings.filter(one => typeof one.amount === 'string')
  const inFile = packing && forFile.includes(packing) ? packing : packings[0]
  const processes = useApp(processTable)?.length ?? 0
  const all = useApp(profileOfAll)
  const title = ((inFile?.amount === 'processes' || isComparing(store.getState())) && all ? all : profile).title
  const html = useHtmlFile(inFile, title, view)
  const { outcome, copy } = useCopy()
  const words = useMessages().share
  const links = { view: linkTo(page, view), data: packing?.link ?? '' }
  const link = kind === 'file' ? '' : links[kind]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (kind !== 'file') copy(link)
    else if (html.blob) saveAs(html.blob, `${title}.html`)
  }
  const say = useSay()
  const failure = errors?.map(say).join(' ')
  const size = (text: string) => (text === '' ? '…' : formatCount(text.length))
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="share" onSubmit={submit}>
        <p className="share-lead">{words.lead}</p>
        {!isFile && needs !== null && (
          <ShareChoice
            label={words.view}
            chosen={kind === 'view'}
            onChoose={() => setKind('view')}
            size={[size(links.view), words.characters]}
          >
            {words.viewSays(needs)}
          </ShareChoice>
        )}
        {!isFile && (
          <ShareChoice
            label={words.data}
            chosen={kind === 'data'}
            onChoose={() => setKind('data')}
            size={[size(links.data), words.characters]}
          >
            {failure ?? (packing ? keptWords(packing, profile) : words.packing)}
            {packing?.before && ` ${words.withBefore}`}
            {onlySum && ` ${words.onlySum}`}
          </ShareChoice>
        )}
        {kind === 'data' && (
          <Amounts
            {...{ packings, processes }}
            sizeOf={({ link }) => words.inCharacters(formatCount(link.length), link.length)}
            chosen={amount}
            onChoose={setAmount}
          />
        )}
        <ShareChoice
          label={words.file}
          chosen={kind === 'file'}
          onChoose={() => setKind('file')}
          size={[html.blob ? formatBytes(html.blob.size) : '…', '']}
        >
          {failure ?? html.failure ?? (inFile?.amount === 'processes' ? words.fileOfProcesses : words.fileSays)}
        </ShareChoice>
        {kind === 'file' && (
          <Amounts
            {...{ packings: forFile, processes }}
            sizeOf={({ bytes }) => words.besideViewer(formatBytes(bytes.length))}
            chosen={inFile?.amount ?? 'whole'}
            onChoose={setAmount}
          />
        )}
        {link !== '' && <LinkFacts link={link} />}
        <div className="share-foot">
          <p>{disclosed(kind, (kind === 'file' ? inFile : packing) ?? null, profile)}</p>
          <button type="submit" className="button primary" disabled={kind === 'file' ? !html.blob : link === ''}>
            {outcome || (kind === 'file' ? words.save : words.copy)}
            <kbd>↵</kbd>
          </button>
          <span className="visually-hidden" role="status">
            {outcome}
          </span>
        </div>
      </form>
    </Dialog>
  )
}

/** Who will be able to read what. */
function disclosed(kind: Kind, packing: Packing | null, profile: Profile): string {
  const words = messages().share
  if (kind === 'view') return words.disclosed.view
  const functions = formatCount(packing?.pruned?.functions ?? profile.functions.length)
  return packing?.amount === 'processes'
    ? words.disclosedProcesses[kind](formatCount(packing.processes))
    : words.disclosed[kind](functions)
}
