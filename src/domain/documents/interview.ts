import type { Kind } from '../kind.ts'

/**
 * Entretien: the frame of a tripartite, formative, regulation or review interview (programme
 * sheet, “Modalités d’évaluation”). Each party writes a `section` of its own; freezing names the
 * version of each section, and everybody signs that one version.
 *
 * The frame is read by all from its first line: it is the invitation to write one’s section.
 */
export const interview = {
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: ['apprentice', 'master', 'trainer', 'coordinator'],
  signers: ['apprentice', 'master', 'trainer'],
  quorum: {
    field: 'type',
    of: {
      tripartite: ['apprentice', 'master', 'trainer'],
      review: ['apprentice', 'master', 'trainer'],
      formative: ['apprentice', 'trainer'],
      regulation: ['apprentice', 'trainer'],
    },
  },
  handOver: { by: ['trainer', 'coordinator'], acts: ['sign'] },
  identity: [],
  needs: [['type'], ['date'], ['mode'], ['sections']],
  fields: {
    type: { type: 'choice', of: ['tripartite', 'formative', 'regulation', 'review'] },
    date: { type: 'date' },
    mode: { type: 'choice', of: ['on-site', 'remote'] },
    place: { type: 'text', max: 200 },
    attendees: { type: 'ticks' },
    /** Skills of the programme it is about, by code: `skills/<code>`. */
    skills: { type: 'ticks' },
    sections: { type: 'hashes' },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'open', 'discarded'], to: 'open' },
    resolve: { by: 'author', from: ['open', 'frozen', 'signed'] },
    discard: { by: 'author', from: ['open'], to: 'discarded' },
    freeze: { by: 'author', from: ['open'], to: 'frozen', freezes: true },
    sign: { by: 'signers', from: ['frozen', 'signed'], to: 'signed' },
    amend: { by: 'author', from: ['frozen', 'signed'], to: 'open' },
  },
} as const satisfies Kind

const apprenticeAndCentre = ['apprentice', 'trainer', 'coordinator'] as const

/**
 * Entretien individuel between apprentice and centre, where the centre has said that the company
 * reads none of that type: a kind of its own, so that nothing of it is ever sent to the master, not
 * even that it was held.
 */
export const individualInterview = {
  ...interview,
  readers: [...apprenticeAndCentre, 'guardian', 'auditor'],
  draftReaders: apprenticeAndCentre,
  signers: ['apprentice', 'trainer'],
  quorum: 'each',
  fields: {
    ...interview.fields,
    type: { type: 'choice', of: ['formative', 'regulation', 'review'] },
  },
} as const satisfies Kind
