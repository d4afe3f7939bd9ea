import type { Handler } from 'hono'
import { exportJsonSchema } from '#protocol/exportFile.ts'
import type { Env } from '#server/env.ts'

/** `GET /schemas/livret-export-1.json`, public: the shape of the export file (JSON Schema 2020-12). */
export const exportSchema: Handler<Env> = () =>
  Response.json(exportJsonSchema(), {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      // Validators of other tools read it from wherever they are.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
