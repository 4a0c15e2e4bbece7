import { useEffect, useState } from 'react'
import type { Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { closeProfile } from '../../state/openFiles.ts'
import { useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { CompareButton } from '../compare/CompareButton.tsx'
import { CostMapButton } from '../costmap/CostMapButton.tsx'
import { DoctorButton } from '../doctor/DoctorButton.tsx'
import { ExportButton } from '../export/ExportButton.tsx'
import { HelpButton } from '../help/HelpButton.tsx'
import { ShareButton } from '../share/ShareButton.tsx'
import { OpenButton } from '../start/OpenButton.tsx'
import { LanguageButton } from './LanguageButton.tsx'
import { MoreButton } from './MoreButton.tsx'
import { ProcessesButton } from './ProcessesButton.tsx'
import { ProfileChip } from './ProfileChip.tsx'
import { ReportButton } from './ReportButton.tsx'
import { SearchField } from './SearchField.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import { TransformButton } from './TransformButton.tsx'
import './TopBar.css'

/** What is open, the search, and what can be done with the page as a whole. `read`: the profile before any transform. */
export function TopBar({ profile, read }: { profile: Profile; read: Profile }) {
  // On a narrow screen the search has a row of its own, while it is wanted.
  const [searching, setSearching] = useState(false)
  const hasQuery = useApp(state => state.view.query !== '')
  const words = useMessages().frame
  const searchShown = searching || hasQuery
  useEffect(() => {
    if (searching) document.getElementById('search')?.focus()
  }, [searching])
  return (
    <header className={searchShown ? 'top-bar with-search' : 'top-bar'}>
      <button type="button" className="mark" title={words.home} onClick={closeProfile}>
        <Mark />
        <span className="mark-name">Arcflame</span>
      </button>
      <ProfileChip profile={read} />
      <SearchField profile={profile} onLeave={() => setSearching(false)} />
      <div className="top-actions">
        <button
          type="button"
          className="button icon narrow-only"
          aria-label={words.search}
          aria-expanded={searchShown}
          onClick={() => setSearching(!searching)}
        >
          <Icon name="search" />
        </button>
        <TransformButton profile={read} />
        <ProcessesButton />
        <ReportButton />
        <DoctorButton />
        <CostMapButton />
        <CompareButton />
        <OpenButton className="button icon open-button" label={words.openOther}>
          <Icon name="open" />
        </OpenButton>
        <ExportButton />
        <ShareButton profile={read} />
        <LanguageButton />
        <ThemeButton />
        <HelpButton />
        <MoreButton />
      </div>
    </header>
  )
}
