import { expect, logbookOf, type Page } from './journey.ts'

/** Whose device opens which pages; `:id` is the first logbook on it. In groups, each a test of its own. */
export const screens: readonly {
  readonly who: string
  readonly pages: readonly (readonly [name: string, path: string])[]
}[] = [
  {
    who: 'Léa Moreau',
    pages: [
      ['apprentice-home', '/'],
      ['apprentice-week-sent', '/livret/:id/semaine/2026-W47'],
      ['apprentice-week-signed', '/livret/:id/semaine/2026-W40'],
      ['logbook-of-apprentice', '/livret/:id'],
      ['notes', '/livret/:id/notes'],
      ['export', '/livret/:id/export'],
      ['sending', '/envoi'],
      ['account', '/moi'],
      ['accessibility', '/accessibilite'],
      ['not-found', '/nulle-part'],
    ],
  },
  {
    who: 'Léa Moreau',
    pages: [
      ['programme', '/livret/:id/formation'],
      ['skills', '/livret/:id/competences'],
      ['skill', '/livret/:id/competences/B1-C2-1'],
      ['self-assessment', '/livret/:id/competences/evaluer'],
      ['plan', '/livret/:id/plan'],
      ['marks', '/livret/:id/resultats'],
      ['exam', '/livret/:id/examen'],
    ],
  },
  {
    who: 'Léa Moreau',
    pages: [
      ['contract', '/livret/:id/contrat'],
      ['pay', '/livret/:id/remuneration'],
      ['calendar', '/livret/:id/calendrier'],
      ['absences', '/livret/:id/absences'],
      ['aids', '/livret/:id/aides'],
      ['pay-simulator', '/simulateur-remuneration'],
    ],
  },
  {
    who: 'Yanis Belkacem',
    pages: [
      ['enrolment', '/livret/:id/entree'],
      ['reading', '/livret/:id/entree/lire/rights-and-duties'],
      ['placement', '/livret/:id/entree/positionnement'],
      ['survey', '/livret/:id/entree/enquete/during'],
      ['dispense', '/livret/:id/examen/dispense/U3'],
    ],
  },
  {
    who: 'Hélène Martinet',
    pages: [
      ['enrolment-of-centre', '/livret/:id/entree'],
      ['survey-results', '/livret/:id/entree/enquete/during'],
      ['open-logbooks', '/centre/livrets'],
      ['people', '/livret/:id/personnes'],
    ],
  },
  {
    who: 'Paul Durand',
    pages: [
      ['master-home', '/'],
      ['master-signatures', '/signatures'],
    ],
  },
  {
    who: 'Karim Benali',
    pages: [
      ['trainer-home', '/'],
      ['cohort', '/promotion'],
      ['logbook-of-trainer', '/livret/:id'],
      ['calendar-changes', '/livret/:id/calendrier/modifier'],
    ],
  },
  { who: 'Samira Haddad', pages: [['guardian-home', '/']] },
]

/** Opens a page, and waits until it shows what it is for. */
export async function openScreen(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(
    page.getByText(/^(?:Ouverture du livret|Lecture d|Opening the|Reading the)/u),
  ).toHaveCount(0)
  await page.evaluate(untilStill)
}

/** Parts of a page come one after the other: waits until none came for a moment. Runs in the page. */
function untilStill(): Promise<void> {
  const STILL = 250
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect()
      resolve()
    }
    let timer = setTimeout(done, STILL)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(done, STILL)
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })
}

/** The first logbook this device holds, as its pages link to it. */
export async function logbookIdOf(page: Page): Promise<string> {
  await expect(page.locator('a[href^="/livret/"]').first()).toBeAttached()
  return logbookOf(page)
}
