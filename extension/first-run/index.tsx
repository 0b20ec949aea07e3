/** The page that opens once, after the installation: what In Camera does, what it can see, and what it never does. */
import { render } from 'preact';
import { startPage } from '../page.ts';
import { text } from '../texts.ts';
import { Page } from './page.tsx';

async function start(): Promise<void> {
  await startPage();
  document.title = text('first_run_title');
  render(<Page />, document.body);
}

void start();
