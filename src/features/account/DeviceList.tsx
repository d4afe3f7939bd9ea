import type { DeviceId } from '#domain/identifiers.ts'
import type { OwnDevice } from '#protocol/devices.ts'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { formatShortInstant } from '#ui/formatDate.ts'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** `undefined` while they are asked for. */
export type OwnDevices = readonly OwnDevice[] | 'offline' | undefined

interface Props {
  readonly devices: OwnDevices
  /** This device; `null` before the server knows it. */
  readonly here: DeviceId | null
}

/** The person’s devices, and what is still on one of them and nowhere else. */
export function DeviceList({ devices, here }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <Section title={t.devices}>
      {devices === undefined && <p role="status">{t.devicesLoading}</p>}
      {devices === 'offline' && <p role="status">{t.devicesOffline}</p>}
      {typeof devices === 'object' && (
        <Stack>
          {devices.map(({ id, label, lastSeenAt, pending, emptiedAt }) => {
            const holds = id !== here && pending > 0
            return (
              <Card key={id} waiting={holds}>
                <Row>
                  <h3>{label}</h3>
                  {id === here && <Chip tone="info">{t.thisDevice}</Chip>}
                </Row>
                <p>{t.lastSeen(formatShortInstant(lastSeenAt, language))}</p>
                {holds && <p>{emptiedAt === null ? t.stillHeld(pending) : t.lostThere(pending)}</p>}
              </Card>
            )
          })}
        </Stack>
      )}
    </Section>
  )
}
