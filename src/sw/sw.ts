/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

/**
 * Keeps the shell of the app, and nothing else: what people wrote lives in IndexedDB, where their
 * rights are checked. No answer of the server is ever stored here.
 */
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(?:api|sync|health|schemas)\//u],
  }),
)

self.addEventListener('message', ({ data }) => {
  // Only when the person agreed: see `takeUpdate`.
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
