import type { FuzzTarget } from '../target.ts';
import { calendar } from './calendar.ts';
import { html } from './html.ts';
import { links } from './links.ts';
import { mail } from './mail.ts';
import { markings } from './markings.ts';
import { messages } from './messages.ts';
import { policy } from './policy.ts';
import { stored } from './stored.ts';
import { text } from './text.ts';
import { wrappers } from './wrappers.ts';

/** Every parser that reads what somebody else wrote. */
export const TARGETS: readonly FuzzTarget[] = [
  mail,
  calendar,
  html,
  text,
  links,
  wrappers,
  markings,
  policy,
  messages,
  stored,
];
