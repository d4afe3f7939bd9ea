import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { ChipButton } from '#ui/ChipButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { SendHorizontal } from 'lucide-react'
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
