import { useMessages } from '../../messages/messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'

/** Lines for a shell, and a button that copies them. */
export function Command({ lines }: { lines: string[] }) {
  const { doctor } = useMessages()
  const text = lines.join('\n')
  return (
    <div className="doctor-command">
      <code>{text}</code>
      <CopyButton text={() => text} label={doctor.copyCommand}>
        {doctor.copy}
      </CopyButton>
    </div>
  )
}
