import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './noLogbook.texts.ts'

/** An address of a logbook that is not here: still being read, or not on this device. */
export function NoLogbookScreen({ reading }: { readonly reading: boolean }) {
  const t = useTexts(texts)

  return (
    <Page title={t.title}>
      {reading ? (
        <Spinner label={t.loading} />
      ) : (
        <EmptyState title={t.none} action={<ButtonLink to="/">{t.home}</ButtonLink>}>
          {t.noneMore}
        </EmptyState>
      )}
    </Page>
  )
}
