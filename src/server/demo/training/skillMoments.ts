import type { Level } from '#domain/skills/levels.ts'
import type { View } from '#domain/skills/skillValues.ts'

/** What one person of a story thought of some skills, on one day. */
export interface SkillMoment {
  readonly on: string
  readonly by: View
  readonly levels: Readonly<Partial<Record<Level, readonly string[]>>>
  readonly remark?: string
}

/** By key of the apprentice. Where a story has none, nobody has assessed yet. */
export const skillMoments: Readonly<Record<string, readonly SkillMoment[]>> = {
  'lea-moreau': [
    {
      on: '2025-12-12',
      by: 'apprentice',
      levels: {
        discovering: ['B1.C1.1', 'B1.C1.3', 'B1.C2.1', 'B2.C1.1'],
        progressing: ['B1.C2.2'],
        'not-seen': ['B3.C1.1', 'B3.C3.1'],
      },
      remark:
        'Je connais les clients par leur nom, je ne sais pas encore choisir lesquels relancer.',
    },
    {
      on: '2025-12-18',
      by: 'master',
      levels: { discovering: ['B1.C1.1', 'B1.C2.1'], progressing: ['B1.C2.2', 'B2.C1.1'] },
    },
    {
      on: '2026-03-20',
      by: 'trainer',
      levels: {
        progressing: ['B1.C1.1', 'B1.C1.2', 'B1.C2.1'],
        discovering: ['B2.C2.1', 'B3.C2.1'],
        'not-seen': ['B2.C3.1', 'B3.C3.2'],
      },
      remark: 'Les simulations de vente tiennent debout. Le bloc digital manque de pratique.',
    },
    {
      on: '2026-06-12',
      by: 'apprentice',
      levels: {
        progressing: ['B1.C1.1', 'B1.C1.3', 'B1.C2.1', 'B1.C3.1', 'B2.C1.1'],
        acquired: ['B1.C2.2', 'B1.C3.2'],
        discovering: ['B2.C2.1', 'B3.C1.1'],
      },
    },
    {
      on: '2026-06-19',
      by: 'master',
      levels: {
        progressing: ['B1.C1.1', 'B1.C1.3'],
        acquired: ['B1.C2.1', 'B1.C2.2', 'B1.C3.2', 'B2.C1.1'],
        discovering: ['B3.C1.1'],
      },
      remark: 'La dégustation de juin, elle l’a préparée et tenue seule.',
    },
    {
      on: '2026-10-09',
      by: 'trainer',
      levels: {
        acquired: ['B1.C1.1', 'B1.C2.1', 'B1.C3.1', 'B4.C2.1'],
        progressing: ['B1.C1.2', 'B2.C2.1', 'B3.C2.1', 'B6.C1.2'],
        discovering: ['B2.C3.1'],
      },
    },
    {
      on: '2026-11-13',
      by: 'apprentice',
      levels: {
        acquired: ['B1.C1.1', 'B1.C2.1', 'B1.C3.1', 'B2.C1.1'],
        independent: ['B1.C2.2', 'B1.C3.2'],
        progressing: ['B1.C1.3', 'B2.C2.1', 'B3.C1.1'],
      },
      remark: 'Il me manque la vente en ligne\u202f: je voudrais suivre la boutique cet hiver.',
    },
    {
      on: '2026-11-18',
      by: 'master',
      levels: {
        acquired: ['B1.C1.1', 'B1.C2.1', 'B2.C1.1'],
        independent: ['B1.C2.2', 'B1.C3.2'],
        progressing: ['B1.C1.3', 'B3.C1.1'],
      },
    },
  ],
  'yanis-belkacem': [
    {
      on: '2026-01-16',
      by: 'master',
      levels: { progressing: ['B1.C2.1', 'B1.C2.2'], discovering: ['B1.C1.3'] },
      remark: 'Très à l’aise en rendez-vous, moins devant le tableur.',
    },
    {
      on: '2026-02-06',
      by: 'apprentice',
      levels: { acquired: ['B1.C2.1'], progressing: ['B1.C2.2', 'B2.C1.1'] },
    },
    {
      on: '2026-06-26',
      by: 'trainer',
      levels: {
        acquired: ['B1.C2.1', 'B1.C2.2'],
        progressing: ['B1.C4.1', 'B2.C1.2'],
        'not-seen': ['B3.C1.1', 'B3.C1.2'],
      },
    },
    {
      on: '2026-09-25',
      by: 'master',
      levels: { independent: ['B1.C2.1'], acquired: ['B1.C2.2', 'B2.C1.1'] },
      remark: 'Il forme déjà Théo à la prospection.',
    },
  ],
  'camille-vidal': [
    {
      on: '2026-01-30',
      by: 'apprentice',
      levels: { progressing: ['B1.C2.1', 'B1.C2.2', 'B1.C3.3'], discovering: ['B3.C2.1'] },
    },
    {
      on: '2026-02-03',
      by: 'master',
      levels: { acquired: ['B1.C2.1', 'B1.C3.3'], progressing: ['B1.C2.2'] },
      remark: 'Elle se note plus bas que ce qu’elle vaut.',
    },
    {
      on: '2026-06-24',
      by: 'trainer',
      levels: {
        independent: ['B1.C2.1'],
        acquired: ['B1.C2.2', 'B1.C4.1', 'B3.C2.2'],
        discovering: ['B2.C3.1', 'B2.C3.3'],
      },
    },
    {
      on: '2026-11-06',
      by: 'apprentice',
      levels: {
        independent: ['B1.C2.1', 'B1.C3.3'],
        acquired: ['B1.C2.2', 'B1.C4.2', 'B3.C2.2'],
        progressing: ['B2.C2.1'],
        'not-seen': ['B2.C3.1'],
      },
    },
  ],
  'nora-messaoud': [
    {
      on: '2026-10-16',
      by: 'apprentice',
      levels: {
        progressing: ['B1.C3', 'B2.C2', 'B3.C1'],
        discovering: ['B1.C4', 'B2.C3'],
        'not-seen': ['B4.C1', 'B4.C2', 'B4.C3', 'B4.C4'],
      },
      remark: 'Je vends bien ce que j’ai goûté, beaucoup moins le reste.',
    },
    {
      on: '2026-10-19',
      by: 'master',
      levels: { acquired: ['B1.C3'], progressing: ['B2.C2'], discovering: ['B3.C1', 'B1.C4'] },
    },
    {
      on: '2026-11-12',
      by: 'trainer',
      levels: { progressing: ['B1.C3', 'B2.C4', 'B3.C3'], discovering: ['B1.C1'] },
    },
  ],
  'chloe-faure': [
    {
      on: '2026-06-05',
      by: 'apprentice',
      levels: { progressing: ['B3.C1.1', 'B2.C3.1'], discovering: ['B1.C2.1', 'B1.C1.3'] },
    },
    {
      on: '2026-10-16',
      by: 'master',
      levels: { acquired: ['B3.C1.1'], progressing: ['B2.C3.1', 'B2.C2.1', 'B1.C2.1'] },
    },
  ],
}
