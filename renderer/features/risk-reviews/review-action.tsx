import { ListChecks } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { StartReviewDialog } from './start-review-dialog.tsx';

/** Into the review at work, or a new one. */
export function ReviewAction({ open }: { readonly open: OpenRegister }): ReactElement {
  const [isStarting, setStarting] = useState(false);
  if (open.draft !== null) {
    return (
      <LinkButton kind="primary" icon={ListChecks} href={hrefTo(pathTo.riskReview(open.draft.id))}>
        Continue review
      </LinkButton>
    );
  }
  return (
    <>
      <Button kind="primary" icon={ListChecks} onPress={() => setStarting(true)}>
        Start review
      </Button>
      {isStarting && <StartReviewDialog open={open} onClose={() => setStarting(false)} />}
    </>
  );
}
