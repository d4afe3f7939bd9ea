import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { ChartSamples } from './ChartSamples.tsx'
import { ControlSamples } from './ControlSamples.tsx'
import { FieldSamples } from './FieldSamples.tsx'
import { LookSamples } from './LookSamples.tsx'
import { MomentSamples } from './MomentSamples.tsx'
import { PieceSamples } from './PieceSamples.tsx'
import { RibbonSamples } from './RibbonSamples.tsx'
import { texts } from './texts.ts'

/** All pieces of `ui` with their states, for who draws a screen. Nobody’s data are on it. */
export function GalleryScreen() {
  const t = useTexts(texts)
  return (
    <Page title={t.title} subtitle={t.lead} wide>
      <Stack gap="loose">
        <LookSamples />
        <ControlSamples />
        <FieldSamples />
        <PieceSamples />
        <RibbonSamples />
        <ChartSamples />
        <MomentSamples />
      </Stack>
      <ActionBar>
        <Button variant="primary">{t.primary}</Button>
      </ActionBar>
    </Page>
  )
}
