import type { Charge } from '#domain/contract/masterLimits.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Contracts, ShownContract } from '#features/parts/useContracts.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { PencilLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { ContractCard } from './ContractCard.tsx'
import { texts } from './texts.ts'

interface Props {
  /** `undefined` while they are read. */
  readonly contracts: Contracts | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Civil date. */
  readonly today: string
  /** See `contractChecks`; `undefined` while the calendar is fetched. */
  readonly companyDays: readonly string[] | null | undefined
  readonly charges: readonly Charge[]
  /** Id for a contract nobody has written. */
  readonly newId: string
  readonly onAmend: (contract: ShownContract) => Promise<Problem | null>
}

/** The contracts of one apprentice, the latest first. */
export function ContractScreen(props: Props) {
  const { contracts, facts, actor, today, companyDays, charges, newId, onAmend } = props
  const t = useTexts(texts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const base = `/livret/${actor.logbookId}`
  const writes = mayBegin(actor, 'contract')
  const drafts = contracts?.drafts ?? []

  return (
    <Page
      title={t.title}
      subtitle={apprenticeName(facts)}
      back={{ to: base, label: t.back(apprenticeName(facts)) }}
    >
      {(!contracts || companyDays === undefined) && <Spinner label={t.loading} />}
      <ProblemNotice problem={problem} />
      {contracts?.published.length === 0 && drafts.length === 0 && (
        <EmptyState title={t.none}>{writes ? t.noneYours : t.noneMore}</EmptyState>
      )}
      {contracts && companyDays !== undefined && (
        <Stack gap="loose">
          {contracts.published.toReversed().map((contract) => (
            <ContractCard
              key={contract.document.id}
              contract={contract}
              today={today}
              companyDays={companyDays}
              charges={charges}
              contracts={contracts.published.map(({ record }) => record)}
              action={
                may(actor, 'amend', contract.document) && (
                  <Row>
                    <Button
                      icon={<PencilLine aria-hidden="true" size={20} />}
                      onClick={() => void onAmend(contract).then(setProblem)}
                    >
                      {t.amend}
                    </Button>
                  </Row>
                )
              }
            />
          ))}
        </Stack>
      )}
      {writes && contracts && (
        <Row>
          {drafts.map(({ id }) => (
            <ButtonLink key={id} to={`${base}/contrat/${id}`} variant="primary">
              {t.goOn}
            </ButtonLink>
          ))}
          <ButtonLink
            to={`${base}/contrat/${newId}`}
            icon={<Plus aria-hidden="true" size={20} />}
            variant={contracts.published.length + drafts.length > 0 ? 'secondary' : 'primary'}
          >
            {contracts.published.length > 0 ? t.another : t.write}
          </ButtonLink>
        </Row>
      )}
    </Page>
  )
}
