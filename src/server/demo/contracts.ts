import type { Content } from '#domain/operation.ts'

/** A contract of one story, as the coordinator copied it. Pure data. */
export interface StoryContract {
  /** ISO day on which it was copied; the coordinator is in the logbook from its first day on. */
  readonly on: string
  readonly content: Content
  /** What came after: an amended version, on its day. */
  readonly later?: { readonly on: string; readonly content: Content }
}

const cycleMonths = 24

/** The one company and master of a contract, from its first day to its last. */
const couple = (company: string, master: string): Content => ({
  'couples/c1/company': company,
  'couples/c1/master': master,
  'couples/c1/part': 'employs',
})

/** Two whole years, begun in the company before the centre opens. */
const usual: Content = {
  concludedOn: '2025-07-08',
  start: '2025-09-01',
  end: '2027-08-31',
  practicalStart: '2025-09-01',
  centreStart: '2025-09-22',
  cycleMonths,
}

/** By key of the apprentice. */
export const contracts: Readonly<Record<string, readonly StoryContract[]>> = {
  'lea-moreau': [
    {
      on: '2025-09-02',
      content: {
        ...usual,
        birthDate: '2005-03-10',
        agreement: 'Distributeurs conseils hors domicile',
        ...couple('Boissons du Forez, Saint-Étienne', 'Paul Durand'),
      },
    },
  ],
  'hugo-perrin': [
    {
      on: '2025-09-02',
      content: {
        ...usual,
        birthDate: '2006-05-14',
        agreement: 'Distributeurs conseils hors domicile',
        ...couple('Boissons du Forez, Saint-Étienne', 'Paul Durand'),
      },
    },
  ],
  'ines-haddad': [
    {
      on: '2025-09-09',
      content: {
        ...usual,
        concludedOn: '2025-07-22',
        birthDate: '2009-02-14',
        start: '2025-09-08',
        practicalStart: '2025-09-08',
        agreement: 'Optique-lunetterie de détail',
        ...couple('Optique Jaurès, Firminy', 'Julie Fabre'),
      },
    },
  ],
  // The first contract was broken by agreement; the second finishes the cycle.
  'yanis-belkacem': [
    {
      on: '2025-09-03',
      content: {
        ...usual,
        birthDate: '2004-11-20',
        agreement: 'Services de l’automobile',
        ...couple('Auto Loire Services, Saint-Étienne', 'Denis Collet'),
      },
      later: {
        on: '2026-04-01',
        content: {
          breachGround: 'agreement',
          breachWrittenOn: '2026-03-24',
          breachOn: '2026-03-31',
        },
      },
    },
    {
      on: '2026-04-21',
      content: {
        birthDate: '2004-11-20',
        concludedOn: '2026-04-15',
        start: '2026-04-20',
        end: '2027-08-31',
        practicalStart: '2026-04-20',
        centreStart: '2026-04-20',
        cycleMonths,
        agreement: 'Commerce des articles de sport',
        ...couple('Forez Mobilités, Saint-Étienne', 'Nathalie Brun'),
      },
    },
  ],
  'camille-vidal': [
    {
      on: '2025-09-02',
      content: {
        ...usual,
        birthDate: '2003-07-01',
        agreement: 'Entreprises de propreté',
        conventionalMinimum: 1_905_00,
        ...couple('EcoNettoyage 42, Andrézieux-Bouthéon', 'Éric Soulier'),
      },
    },
  ],
  'maxime-girard': [
    {
      on: '2025-09-02',
      content: {
        ...usual,
        birthDate: '2000-02-29',
        agreement: 'Bâtiment, ETAM',
        ...couple('Stéphanoise d’Énergies, Saint-Étienne', 'Sophie Marchand'),
        // A part of the practical training is hosted elsewhere (art. R6223-10).
        'couples/c2/company': 'Solaire du Gier, Saint-Chamond',
        'couples/c2/master': 'Farid Messaoudi',
        'couples/c2/from': '2026-11-02',
        'couples/c2/until': '2027-01-29',
        'couples/c2/part': 'hosts',
      },
    },
  ],
  'chloe-faure': [
    {
      on: '2026-01-06',
      content: {
        birthDate: '2006-09-22',
        concludedOn: '2025-12-12',
        start: '2026-01-05',
        end: '2027-08-31',
        practicalStart: '2026-01-05',
        centreStart: '2026-01-05',
        cycleMonths,
        agreement: 'Commerce de détail alimentaire',
        // Her former contract led to its diploma: what was due in its last year is guaranteed.
        previousCompany: 'other',
        previousDiploma: 'yes',
        previousDue: 51_00,
        previousPaid: 51_00,
        ...couple('Maison Perrier, Roanne', 'Antoine Perrier'),
      },
    },
  ],
  'nora-messaoud': [
    {
      on: '2026-09-02',
      content: {
        birthDate: '2007-12-01',
        concludedOn: '2026-07-02',
        start: '2026-09-01',
        end: '2028-08-31',
        practicalStart: '2026-09-01',
        centreStart: '2026-09-14',
        cycleMonths,
        agreement: 'Commerce de détail alimentaire spécialisé',
        ...couple('Le Comptoir du Pilat, Saint-Chamond', 'Sylvie Odin'),
      },
    },
  ],
  'theo-blanc': [
    {
      on: '2026-11-03',
      content: {
        birthDate: '2004-01-30',
        concludedOn: '2026-10-19',
        start: '2026-11-02',
        end: '2027-08-31',
        practicalStart: '2026-11-02',
        centreStart: '2026-11-02',
        cycleMonths,
        agreement: 'Commerce des articles de sport',
        ...couple('Forez Mobilités, Saint-Étienne', 'Nathalie Brun'),
      },
    },
  ],
}
