import { AccessibilityScreen } from '#features/accessibility/AccessibilityScreen.tsx'
import { InAppNotice } from '#features/install/InAppNotice.tsx'
import { OfflineStart } from '#features/start/StartScreen.tsx'
import { AppFrame } from '#ui/AppFrame.tsx'
import { Brand } from '#ui/Brand.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { useTexts } from '#ui/texts.tsx'
import { Link, Route, Routes } from 'react-router'
import { useEffect, useState } from 'react'
import { copyAddress, useInstallWay } from './installation.ts'
import { DemoMailsRoute } from './routes/DemoMailsRoute.tsx'
import { DemoStartRoute } from './routes/DemoStartRoute.tsx'
import { SignInRoute } from './routes/SignInRoute.tsx'
import { useSession } from './session.ts'
import styles from './SignedInRoutes.module.css'
import { refreshSession } from './sessionServer.ts'
import { texts } from './texts.ts'

const PaySimulatorRoute = lazyPart(
  async () => (await import('./routes/PaySimulatorRoute.tsx')).PaySimulatorRoute,
)

/** Pages for whom no livret is open on this device. */
export function StartRoutes() {
  const t = useTexts(texts)
  const demo = useSession((session) => session.demo)
  const way = useInstallWay()
  return (
    <AppFrame
      header={<Brand to="/">{t.brand}</Brand>}
      navLabel={t.nav}
      skipLabel={t.skip}
      footer={<Link to="/accessibilite">{t.accessibility}</Link>}
    >
      {way === 'in-app' && (
        <div className={styles['notices']}>
          <InAppNotice onCopy={copyAddress} />
        </div>
      )}
      <Routes>
        <Route path="/demo/mails" element={<DemoMailsRoute />} />
        <Route path="/accessibilite" element={<AccessibilityScreen />} />
        <Route path="/connexion" element={<SignInRoute />} />
        <Route path="/simulateur-remuneration" element={<PaySimulatorRoute />} />
        <Route path="*" element={<Start demo={demo} />} />
      </Routes>
    </AppFrame>
  )
}

/** How long the server may take to say what it is before we say that it cannot be reached, in ms. */
const PATIENCE = 4_000

function Start({ demo }: { readonly demo: boolean | null }) {
  const t = useTexts(texts)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true)
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  if (demo === true) return <DemoStartRoute />
  if (demo === false) return <SignInRoute />
  return late ? (
    <OfflineStart onRetry={() => void refreshSession()} />
  ) : (
    <p role="status">{t.loading}</p>
  )
}
