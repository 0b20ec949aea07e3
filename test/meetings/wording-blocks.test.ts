import { describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { readEvidence } from '../../src/meetings/evidence.ts';
import { findMeetings } from '../../src/meetings/find.ts';
import { BLOCKS } from '../platforms/wording-blocks.ts';

/** Every language's invitation is read: its passcode, its number, its phone line. */
describe.each(BLOCKS.map((block, index) => [`${block.language} ${block.platform} ${index}`, block] as const))(
  '%s',
  (_name, block) => {
    it('tells what protects the meeting', () => {
      const passage = { source: 'body', text: block.text, anchors: [], timing: null } as const;
      const { meetings } = findMeetings(
        { ...BLANK, surface: 'mail-read', title: '', passages: [passage] },
        [],
      );
      expect(meetings).toHaveLength(1);
      expect(meetings[0]).toMatchObject({
        platform: block.platform,
        passcode: { state: block.passcode },
      });
      expect(meetings[0]?.dialIn.state !== 'none').toBe(block.phone);
    });
    it('gives the number', () => {
      expect(readEvidence({ title: '', text: block.text, phoneLinks: [], id: null }).number).toBe(
        block.number,
      );
    });
  },
);
