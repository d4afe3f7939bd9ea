import type { Reading } from '#domain/enrolment/readings.ts'
import { duties, rights, type Statement } from './rightsAndDuties.ts'

/** Health and safety in plain words, for whoever begins to work. */
const safety: readonly Statement[] = [
  {
    code: 'instructions',
    text: 'Suivez les consignes de sécurité. Elles vous protègent, et protègent les autres.',
    source: 'Code du travail, art. L4122-1',
  },
  {
    code: 'training',
    text: 'L’entreprise vous forme à la sécurité dès votre arrivée. Demandez-le si rien ne vient.',
    source: 'Code du travail, art. L4141-2',
  },
  {
    code: 'withdrawal',
    text: 'Danger grave et proche\u202f? Prévenez tout de suite, et éloignez-vous. Personne ne peut vous punir.',
    source: 'Code du travail, art. L4131-1 et L4131-3',
  },
  {
    code: 'equipment',
    text: 'L’entreprise fournit gratuitement les équipements de protection. Portez-les.',
    source: 'Code du travail, art. R4321-4 et R4323-95',
  },
  {
    code: 'accident',
    text: 'Un accident, même petit, se dit le jour même, au plus tard dans les 24\u00a0heures.',
    source: 'Code de la sécurité sociale, art. R441-2',
  },
  {
    code: 'medical-visit',
    text: 'Vous voyez la santé au travail dans les deux mois. Mineur, vous la voyez avant de commencer.',
    source: 'Code du travail, art. R6222-36',
  },
  {
    code: 'minor-hours',
    text: 'Avant 18\u00a0ans\u00a0: 8\u00a0heures par jour au plus, 35\u00a0par semaine, et pas la nuit.',
    source: 'Code du travail, art. L3162-1 et L3163-2',
  },
  {
    code: 'harassment',
    text: 'Harcèlement, violence, discrimination\u00a0: c’est interdit. Parlez-en au CFA, qui vous aide.',
    source: 'Code du travail, art. L1132-1, L1152-1, L1153-1 et L6231-2',
  },
]

/**
 * What apprentices of the centre read and sign at entry (programme sheet, rights and obligations; Code
 * du travail, art. L6231-2, 4°). A wording that changes needs another `edition`: the hashes in
 * `tests/programmes/readings.test.ts` say so. That guardians sign the first and the third is the
 * centre’s choice; the law asks that they are informed (RNQ indicator 9).
 */
export const readings: readonly Reading[] = [
  {
    code: 'rights-and-duties',
    edition: '2026-09-01',
    of: 'centre',
    title: 'Droits et devoirs de l’apprenti',
    lead: 'Ce que vous devez recevoir, et ce que vous devez faire.',
    statements: [...rights, ...duties],
    withGuardian: true,
  },
  {
    code: 'health-and-safety',
    edition: '2025-09-01',
    of: 'centre',
    title: 'Santé et sécurité au travail',
    lead: 'Ce qui vous protège au travail, et ce que vous devez faire.',
    statements: safety,
    withGuardian: false,
  },
  {
    code: 'centre-rules',
    edition: '2025-09-01',
    of: 'centre',
    title: 'Règlement intérieur du CFA',
    lead: 'Le CFA vous remet ce texte et l’affiche. Lisez-le, puis signez ici.',
    statements: [],
    withGuardian: true,
  },
  {
    code: 'company-rules',
    edition: '2025-09-01',
    of: 'company',
    title: 'Règlement intérieur de l’entreprise',
    lead: 'L’entreprise vous montre ce texte. Lisez-le, puis signez ici. S’il n’y en a pas, demandez les consignes.',
    statements: [],
    withGuardian: false,
  },
]
