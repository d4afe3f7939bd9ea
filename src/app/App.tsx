import { lazyPart, loadPart } from '#ui/loadPart.ts'
import { LanguageProvider } from '#ui/texts.tsx'
import { Suspense, useEffect, useState } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Opening } from './Opening.tsx'
import { openWorkspace, type OpenWorkspace } from './openWorkspace.ts'
import { useLanguageChoice } from './language.ts'
import { recallSession, useSession, type Person } from './session.ts'
import { SignedInRoutes } from './SignedInRoutes.tsx'
import { WorkspaceContext } from './workspace.ts'

// Who is known here never needs the way in, nor the schemas that come with it.
const StartRoutes = lazyPart(async () => (await import('./StartRoutes.tsx')).StartRoutes)

// For who draws screens: nobody is led there.
const GalleryRoute = lazyPart(async () => (await import('./routes/GalleryRoute.tsx')).GalleryRoute)

// Nothing was done yet that could lose the focus.
const KeptFocus = lazyPart(async () => (await import('#ui/KeptFocus.ts')).KeptFocus)

/** The whole app: the livret of the person who is open on this device, or the way in. */
export function App() {
  const { language, tu } = useLanguageChoice()
  const person = useSession((session) => session.person)

  useEffect(() => {
    void recallSession()
      .then(() => loadPart(() => import('./sessionServer.ts')))
      .then(({ refreshSession }) => refreshSession())
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return (
    <LanguageProvider language={language} address={person?.id === tu ? 'tu' : 'vous'}>
      <BrowserRouter>
        <Screens person={person} />
      </BrowserRouter>
    </LanguageProvider>
  )
}

function Screens({ person }: { readonly person: Person | null }) {
  return (
    <>
      <Suspense fallback={<Opening />}>
        <Routes>
          <Route path="/ui" element={<GalleryRoute />} />
          <Route
            path="*"
            element={person ? <SignedIn key={person.id} person={person} /> : <StartRoutes />}
          />
        </Routes>
      </Suspense>
      <Suspense>
        <KeptFocus />
      </Suspense>
    </>
  )
}

/** Opens the person’s database for as long as it is on the screen. */
function SignedIn({ person }: { readonly person: Person }) {
  const [workspace, setWorkspace] = useState<OpenWorkspace | null>(null)

  useEffect(() => {
    const open = openWorkspace(person)
    // Opening is a subscription to the outside world, and it has to end with the component.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the value only exists once opened
    setWorkspace(open)
    return () => {
      open.close()
    }
  }, [person])

  return (
    workspace && (
      <WorkspaceContext value={workspace}>
        <SignedInRoutes />
      </WorkspaceContext>
    )
  )
}
