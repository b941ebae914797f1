import { configurationDecoder } from '../src/project/configuration.ts';

/** What may stand in a configuration, as a JSON Schema. */
export const configSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of flowc',
  ...configurationDecoder.schema,
};

/** The schema as `src/project/config.schema.json`. */
export const configSchemaText = (): string => `${JSON.stringify(configSchema, undefined, 2)}\n`;
