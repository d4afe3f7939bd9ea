import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** Offers, below all else, to put Livret on the home screen. */
export function InstallOffer({ onLater }: { readonly onLater: () => void }) {
  const t = useTexts(texts)
  return (
    <Notice tone="info" title={t.offer}>
      <Stack gap="tight">
        <p>{t.offerLead}</p>
        <Row>
          <ButtonLink to="/installer">{t.how}</ButtonLink>
          <Button variant="quiet" onClick={onLater}>
            {t.later}
          </Button>
        </Row>
      </Stack>
    </Notice>
  )
}
