/** The page that opens once, after the installation: what In Camera does, what it can see, and what it never does. */
import { render } from 'preact';
import { startPage } from '../page.ts';
import { text } from '../texts.ts';

async function start(): Promise<void> {
  await startPage();
  render(<h1>{text('extension_name')}</h1>, document.body);
}

void start();
