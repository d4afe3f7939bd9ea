import { AccountScreen } from '#features/account/AccountScreen.tsx'
import { useSending } from '#features/sending/useSending.ts'
import { deleteIfAllSent } from '#store/waiting.ts'
import { useNavigate } from 'react-router'
import { chooseLanguage } from '../language.ts'
import { useSession } from '../session.ts'
import { endSession } from '../sessionServer.ts'
import { useWorkspace } from '../workspace.ts'

export function AccountRoute() {
  const { db, person, sync } = useWorkspace()
  const navigate = useNavigate()
  const demo = useSession((session) => session.demo)
  const sending = useSending(db)
  const waiting = sending?.waiting
  return (
    <AccountScreen
      name={person.name}
      unsent={(waiting?.documents ?? 0) + (waiting?.photos ?? 0)}
      refusedPhotos={sending?.refusedPhotos ?? 0}
      demo={demo === true}
      onLanguage={chooseLanguage}
      onSendNow={sync.now}
      onSignOut={async () => {
        // Whatever is not sent stays in this person’s own database until it is.
        await deleteIfAllSent(db)
        await navigate('/')
        await endSession()
      }}
    />
  )
}
