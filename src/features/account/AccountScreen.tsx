import type { DeviceId } from '#domain/identifiers.ts'
import { Button } from '#ui/Button.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts, type Address, type Language } from '#ui/texts.tsx'
import { useState } from 'react'
import { Link } from 'react-router'
import { DeviceList, type OwnDevices } from './DeviceList.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly name: string
  /** How many documents and files the server has not confirmed. */
  readonly unsent: number
  /** How many files the server does not take. */
  readonly refusedFiles: number
  readonly demo: boolean
  readonly devices: OwnDevices
  /** This device; `null` before the server knows it. */
  readonly here: DeviceId | null
  /** Whether single letters are shortcuts; `null` where there is no keyboard to speak of. */
  readonly letters: boolean | null
  readonly onLetters: (letters: boolean) => void
  /** How French speaks to this person; `null`: there is nothing to choose. */
  readonly address: Address | null
  readonly onAddress: (address: Address) => void
  readonly onLanguage: (language: Language) => void
  /** Livret is on the home screen here. */
  readonly installed: boolean
  readonly onSendNow: () => Promise<void>
  readonly onSignOut: () => Promise<void>
}

/** The person’s own page: language, help, and closing the livret without losing a word. */
export function AccountScreen(props: Props) {
  const { name, unsent, refusedFiles, demo, onLanguage, onSendNow, onSignOut } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const [closing, setClosing] = useState(false)
  const [busy, setBusy] = useState(false)

  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }

  return (
    <Page title={t.title} subtitle={name}>
      <Stack gap="loose">
        <ChoiceGroup
          legend={t.language}
          options={[
            { value: 'fr', label: t.languages.fr },
            { value: 'en', label: t.languages.en },
          ]}
          value={language}
          onChange={onLanguage}
        />
        {props.address !== null && language === 'fr' && (
          <ChoiceGroup
            legend={t.address}
            options={[
              { value: 'vous', label: t.addresses.vous },
              { value: 'tu', label: t.addresses.tu },
            ]}
            value={props.address}
            onChange={props.onAddress}
          />
        )}
        {props.letters !== null && (
          <ChoiceGroup
            legend={t.letters}
            hint={t.lettersHint}
            options={[
              { value: 'on', label: t.on },
              { value: 'off', label: t.off },
            ]}
            value={props.letters ? 'on' : 'off'}
            onChange={(value) => {
              props.onLetters(value === 'on')
            }}
          />
        )}
        <DeviceList devices={props.devices} here={props.here} />
        <List>
          {!props.installed && (
            <ListLink to="/installer" title={t.install} detail={t.installLead} />
          )}
          <ListLink to="/secours" title={t.rescue} detail={t.rescueLead} />
        </List>
        <Section title={t.help}>
          <p>{t.helpLead}</p>
          <p>
            <Link to="/accessibilite">{t.accessibility}</Link>
          </p>
        </Section>
        <Row>
          <Button
            onClick={() => {
              setClosing(true)
            }}
          >
            {demo ? t.demo : t.signOut}
          </Button>
        </Row>
      </Stack>
      <Dialog
        open={closing}
        title={t.signOutTitle}
        closeLabel={t.close}
        onClose={() => {
          setClosing(false)
        }}
        actions={
          <>
            {unsent > 0 && (
              <Button variant="primary" busy={busy} onClick={() => void during(onSendNow)}>
                {t.sendFirst}
              </Button>
            )}
            <Button
              variant={unsent > 0 ? 'secondary' : 'primary'}
              busy={busy}
              onClick={() => void during(onSignOut)}
            >
              {t.confirm}
            </Button>
          </>
        }
      >
        <Stack gap="tight">
          {unsent + refusedFiles === 0 && <p>{t.allSent}</p>}
          {unsent > 0 && (
            <>
              <p>{t.unsent(unsent)}</p>
              <p>{t.unsentLead}</p>
            </>
          )}
          {refusedFiles > 0 && (
            <p>
              {t.refusedFiles(refusedFiles)} <Link to="/envoi">{t.seeSending}</Link>
            </p>
          )}
        </Stack>
      </Dialog>
    </Page>
  )
}
