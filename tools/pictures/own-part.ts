/** Finds what In Camera shows in a page: it stands in a closed shadow root, into which only the browser's protocol sees. */
import type { CDPSession, Page } from 'playwright-core';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Node {
  nodeId: number;
  localName: string;
  children?: Node[];
  shadowRoots?: Node[];
}

/** Where the first element of ours that matches stands in the window; null when there is none, or it is not shown. */
export async function ownPart(page: Page, selector: string): Promise<Box | null> {
  const session = await page.context().newCDPSession(page);
  try {
    for (const root of await ownRoots(session)) {
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root, selector });
      if (nodeId === 0) continue;
      const { model } = await session.send('DOM.getBoxModel', { nodeId }).catch(() => ({ model: null }));
      if (model === null) continue;
      const [x = 0, y = 0] = model.border;
      return { x, y, width: model.width, height: model.height };
    }
    return null;
  } finally {
    await session.detach();
  }
}

async function ownRoots(session: CDPSession): Promise<number[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: number[] = [];
  const look = (node: Node): void => {
    if (node.localName.startsWith('in-camera'))
      found.push(...(node.shadowRoots ?? []).map((one) => one.nodeId));
    for (const inner of node.children ?? []) look(inner);
  };
  look(root);
  return found;
}
