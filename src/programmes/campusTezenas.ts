import { readings } from './readings.ts'
import type { CentreSheet } from './sheet.ts'

/** Campus Tezenas du Montcel, as its programme sheet of 2025 presents it. */
export const campusTezenas: CentreSheet = {
  name: 'Campus Tezenas du Montcel',
  street: '31 boulevard Alfred de Musset',
  postcode: '42000',
  city: 'Saint-Étienne',
  phone: '04 77 79 14 08',
  email: 'alternance@tezenas.org',
  website: 'https://www.tezenas.org',
  access: ['Près du centre-ville', 'Tram', 'Gare routière et gare SNCF'],
  accessibility: ['Locaux accessibles aux personnes à mobilité réduite', 'Ascenseur'],
  catering: 'Self',
  lodging: 'Internat',
  equipment: [
    'Salles de cours avec vidéoprojecteur, son, écran, tableau blanc et Wi-Fi',
    'Deux salles informatiques',
    'Amphithéâtre équipé pour l’image et le son',
    'Serveur RDS accessible à distance',
  ],
  publics: 'Apprentis et étudiants suivent la formation ensemble.',
  results: [
    { session: 2024, percent: 84.32 },
    { session: 2023, percent: 88.12 },
    { session: 2022, percent: 89.59 },
    { session: 2021, percent: 89.77 },
  ],
  commitments: [
    'Le centre assure la formation et le suivi pédagogique.',
    'Il met à disposition les moyens pédagogiques nécessaires.',
    'Il inscrit à l’examen l’apprenti assidu qui respecte le règlement intérieur.',
    'Le contrat est soumis à l’accord de l’OPCO. Le centre ne répond pas d’un refus.',
  ],
  readings,
}
