import { AccountScreen } from '#features/account/AccountScreen.tsx'
import { useBooks } from '#features/parts/useDocuments.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import { useSending } from '#features/sending/useSending.ts'
import type { OwnDevices } from '#features/account/DeviceList.tsx'
import { deviceListSchema } from '#protocol/devices.ts'
import { findOwnDevice } from '#store/device.ts'
import { deleteIfAllSent } from '#store/waiting.ts'
import { useMedia } from '#ui/useMedia.ts'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api.ts'
import { useInstallWay } from '../installation.ts'
import { chooseAddress, chooseLanguage, useLanguageChoice } from '../language.ts'
import { useSession } from '../session.ts'
import { endSession } from '../sessionServer.ts'
import { chooseShortcuts, useShortcutChoice } from '../shortcutChoice.ts'
import { useWorkspace } from '../workspace.ts'

export function AccountRoute() {
  const { db, person, sync } = useWorkspace()
  const navigate = useNavigate()
  const demo = useSession((session) => session.demo)
  const sending = useSending(db)
  const waiting = sending?.waiting
  const [devices, setDevices] = useState<OwnDevices>()
  // Browsers tell of mice, not of keyboards; they come together.
  const hasKeyboard = useMedia('(any-pointer: fine)')
  const isTu = useLanguageChoice(({ tu }) => tu === person.id)
  const isApprentice = (useBooks(db) ?? []).some(({ role }) => role === 'apprentice')
  const letters = useShortcutChoice((choice) => choice.letters)
  const here = useLiveRead(db, async (db) => (await findOwnDevice(db))?.id ?? null, []) ?? null

  useEffect(() => {
    void readDevices().then(setDevices)
  }, [here])

  return (
    <AccountScreen
      name={person.name}
      unsent={(waiting?.documents ?? 0) + (waiting?.files ?? 0)}
      refusedFiles={sending?.refusedFiles ?? 0}
      demo={demo === true}
      devices={devices}
      here={here}
      letters={hasKeyboard ? letters : null}
      onLetters={chooseShortcuts}
      address={isApprentice ? (isTu ? 'tu' : 'vous') : null}
      onAddress={(address) => {
        chooseAddress(person.id, address)
      }}
      onLanguage={chooseLanguage}
      installed={useInstallWay() === 'installed'}
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

async function readDevices(): Promise<OwnDevices> {
  const answer = await api('GET', '/api/v1/devices', null, (json) => {
    const read = deviceListSchema.safeParse(json)
    return read.success ? read.data.devices : null
  })
  return answer.kind === 'ok' ? answer.body : 'offline'
}
