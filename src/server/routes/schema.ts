import type { Handler } from 'hono'
import { exportJsonSchema } from '#protocol/exportFile.ts'
import { rescueJsonSchema } from '#protocol/rescue.ts'
import type { Env } from '#server/env.ts'

/** `GET /schemas/livret-export-1.json`, public: the shape of the export file (JSON Schema 2020-12). */
export const exportSchema: Handler<Env> = () => published(exportJsonSchema())

/** `GET /schemas/livret-rescue-1.json`, public: the shape of the rescue file. */
export const rescueSchema: Handler<Env> = () => published(rescueJsonSchema())

const published = (schema: object): Response =>
  Response.json(schema, {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      // Validators of other tools read it from wherever they are.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
