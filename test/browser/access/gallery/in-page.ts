/**
 * The notice and the question at a hold, in a page where tests may look into them: their own roots are closed, and stand in a world of
 * their own. Built and served by gallery.ts, which has made every root open before this runs.
 */
import { askAtHold } from '../../../../extension/content/hold-dialog.ts';
import { createNotice } from '../../../../extension/content/notice.ts';
import type { NoticeKind, Trouble } from '../../../../extension/messages.ts';
import { isHold, type Review } from '../../../../src/model.ts';

interface Shown {
  review: Review | null;
  trouble: Trouble | null;
  small: readonly NoticeKind[];
}

/** Both speak the words of the moment (texts.ts, inCameraWords). */
interface Gallery {
  notice(shown: Shown): void;
  hold(review: Review | null): void;
}

let end = (): void => undefined;

const ours: Gallery = {
  notice({ review, trouble, small }) {
    end();
    const notice = createNotice(document, {
      small,
      resized: () => undefined,
      setAside: () => undefined,
      keepClear: () => [],
    });
    end = notice.hide;
    if (review !== null) notice.show([review], [{ key: 'a1', state: null, mayBeKnown: true }]);
    if (trouble !== null) notice.couldNotCheck(trouble);
  },
  hold(review) {
    end();
    const answered = askAtHold(
      document,
      'join',
      review,
      (review?.findings ?? []).filter(({ level }) => isHold(level)),
    );
    // A page that takes it away ends it.
    const element = document.documentElement.lastElementChild;
    end = () => element?.remove();
    void answered.then(({ how }) => {
      document.body.dataset.answer = how;
    });
  },
};

declare global {
  var gallery: Gallery | undefined;
}
globalThis.gallery = ours;
