import { z } from 'zod';
import { defineEvent } from './define-event.ts';

const role = z.enum(['TRAVELER', 'OWNER', 'SUPPORT', 'ANALYST', 'ADMIN']);
const userState = z.object({
  userId: z.string(),
  /** The id under which others see this person. */
  publicProfileId: z.string(),
  roles: z.array(role),
  countryCode: z.string().nullable(),
  currency: z.string(),
});

export const userCreated = defineEvent({
  type: 'user.created',
  version: 1,
  topic: 'users',
  description: 'Someone signed up.',
  schema: userState,
});
export const userUpdated = defineEvent({
  type: 'user.updated',
  version: 1,
  topic: 'users',
  description: 'Roles, country or currency of an account have changed.',
  schema: userState,
});
export const userDeleted = defineEvent({
  type: 'user.deleted',
  version: 1,
  topic: 'users',
  description: 'An account is gone; services forget what they keep of it.',
  schema: z.object({ userId: z.string(), publicProfileId: z.string() }),
});
export const adminCommand = defineEvent({
  type: 'admin.command',
  version: 1,
  topic: 'admin.commands',
  description: 'An operator acted on something.',
  schema: z.object({
    actorId: z.string(),
    command: z.string(),
    subject: z.string(),
    outcome: z.enum(['DONE', 'REFUSED']),
  }),
});
