import { GalleryScreen } from '#features/gallery/GalleryScreen.tsx'
import { AppFrame } from '#ui/AppFrame.tsx'
import { Brand } from '#ui/Brand.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from '../texts.ts'

/** In the frame of who is not signed in: it is the same page for everybody. */
export function GalleryRoute() {
  const t = useTexts(texts)
  return (
    <AppFrame header={<Brand to="/">{t.brand}</Brand>} navLabel={t.nav} skipLabel={t.skip}>
      <GalleryScreen />
    </AppFrame>
  )
}
