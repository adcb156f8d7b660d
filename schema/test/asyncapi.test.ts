import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { eventTypes, topics } from '../events/registry.ts';
import { asyncApiDocument, asyncApiOf } from '../src/asyncapi.ts';
import { personalFields } from '../src/personal-fields.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const referencesIn = (value: unknown): string[] => {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
};

const resolve = (document: unknown, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), document);

describe('asyncapi.yaml', () => {
  const document = parse(asyncApiDocument()) as Json;

  test('has every event type, and every reference leads somewhere', () => {
    const messages = Object.keys((document.components as Json).messages as Json);
    expect(messages.sort()).toEqual(eventTypes.map(({ type, version }) => `${type}.v${version}`).sort());
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(eventTypes.length * 3);
    expect(references.filter((reference) => !isObject(resolve(document, reference)))).toEqual([]);
  });

  test('has every topic with its partitions, and each message on one channel', () => {
    const channels = Object.values(document.channels as Json) as { address: string; messages: Json }[];
    expect(channels.map(({ address }) => address).sort()).toEqual(topics.map(({ name }) => name).sort());
    expect(channels.flatMap(({ messages }) => Object.keys(messages))).toHaveLength(eventTypes.length);
  });

  test('an event of an unknown topic would be lost, so there is none', () => {
    const known = new Set(topics.map(({ name }) => name));
    expect(eventTypes.filter(({ topic }) => !known.has(topic))).toEqual([]);
  });

  test('no type and version is declared twice, and all can be described', () => {
    const names = eventTypes.map(({ type, version }) => `${type}/${version}`);
    expect(new Set(names).size).toBe(names.length);
    expect(eventTypes.filter(({ description }) => description.trim() === '')).toEqual([]);
    expect(asyncApiOf([], [])).toMatchObject({ asyncapi: '3.0.0', channels: {} });
  });
});

describe('privacy of events', () => {
  const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });

  test('no event carries a name, mail, phone, document or free text of a person', () => {
    const found = eventTypes.flatMap(({ type, schema }) =>
      personalFields(schemaOf(schema)).map((path) => `${type}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ['email', z.object({ a: z.object({ email: z.string() }) }), 'a.email'],
    ['contactEmail', z.object({ contactEmail: z.email() }), 'contactEmail'],
    ['phone', z.object({ list: z.array(z.object({ phoneNumber: z.string() })) }), 'list[].phoneNumber'],
    ['first name', z.object({ firstName: z.string() }), 'firstName'],
    ['display name', z.object({ displayName: z.string() }), 'displayName'],
    ['passport', z.object({ passportNumber: z.string() }), 'passportNumber'],
    ['free text', z.object({ comment: z.string() }), 'comment'],
    ['a mail behind another name', z.object({ contact: z.email() }), 'contact'],
    [
      'one in a union',
      z.object({ who: z.union([z.object({ id: z.string() }), z.object({ birthDate: z.string() })]) }),
      'who.birthDate',
    ],
    ['values of a record', z.object({ notes: z.record(z.string(), z.string()) }), 'notes'],
  ])('%s is found', (_, schema, path) => {
    expect(personalFields(schemaOf(schema))).toEqual([path]);
  });

  test('ids, titles and counts of listings are not', () => {
    const schema = z.object({
      userId: z.string(),
      title: z.string(),
      hostId: z.string(),
      reviewCount: z.int(),
      carrierName: z.string(),
      name: z.enum(['FLEXIBLE', 'STRICT']),
    });
    expect(personalFields(schemaOf(schema))).toEqual([]);
  });
});
