import type { ManifestOptions } from 'vite-plugin-pwa'

/** What a phone shows of the app once it is installed. `id` never changes: it is the installation. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Livret d’apprentissage',
  short_name: 'Livret',
  description: 'Le livret d’apprentissage qui marche sans réseau\u00a0: écrire, signer, suivre.',
  lang: 'fr',
  dir: 'ltr',
  start_url: '/?source=pwa',
  scope: '/',
  display: 'standalone',
  display_override: ['standalone', 'minimal-ui'],
  background_color: '#f7f2e8',
  theme_color: '#f7f2e8',
  categories: ['education', 'productivity'],
  prefer_related_applications: false,
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Ma semaine', url: '/?source=raccourci' },
    { name: 'Ce qui attend l’envoi', url: '/envoi' },
  ],
  screenshots: [
    {
      src: '/screenshots/week-narrow.png',
      sizes: '720x1480',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'La semaine d’un apprenti',
    },
    {
      src: '/screenshots/follow-wide.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Les apprentis d’un formateur',
    },
  ],
}
