import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Chip } from '#ui/Chip.tsx'
import { ChipButton } from '#ui/ChipButton.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Listen } from '#ui/Listen.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { Strip } from '#ui/Strip.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Check, SendHorizontal } from 'lucide-react'
import { texts } from './texts.ts'
import { tones } from './tones.ts'

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const

export function ControlSamples() {
  const t = useTexts(texts)
  return (
    <>
      <Section title={t.buttons}>
        <Stack>
          <Row>
            {variants.map((variant) => (
              <Button key={variant} variant={variant}>
                {t[variant]}
              </Button>
            ))}
          </Row>
          <Row>
            <Button variant="primary" icon={<SendHorizontal aria-hidden="true" size={20} />}>
              {t.primary}
            </Button>
            <Button variant="primary" busy>
              {t.busy}
            </Button>
            <Button variant="primary" disabled>
              {t.disabled}
            </Button>
            <Button size="small">{t.smallButton}</Button>
          </Row>
          <Row>
            <ButtonLink to="/ui">{t.link}</ButtonLink>
            <FileButton label={t.file} accept="image/*" onFile={() => undefined} />
            <Listen text={t.text} of={t.type} />
          </Row>
          <Strip label={t.strip}>
            {tones.map((tone) => (
              <Button key={tone} size="small">
                {t.tones[tone]}
              </Button>
            ))}
          </Strip>
          <StatusLine>
            <Check aria-hidden="true" size={18} />
            {t.kept}
          </StatusLine>
        </Stack>
      </Section>
      <Section title={t.chips}>
        <Row>
          {tones.map((tone) => (
            <Chip key={tone} tone={tone}>
              {t.tones[tone]}
            </Chip>
          ))}
          <ChipButton tone="waiting">{t.tap}</ChipButton>
        </Row>
      </Section>
      <Section title={t.notices}>
        <Stack>
          {tones.map((tone) => (
            <Notice key={tone} tone={tone} title={t.tones[tone]} role="note">
              {t.noticeLead}
            </Notice>
          ))}
        </Stack>
      </Section>
    </>
  )
}
