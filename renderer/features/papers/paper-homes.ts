/** Agenda items as choices of where a paper belongs. */
import type { PaperHome } from '#shared/domain/papers/paper.commands.ts';
import type { SelectOption } from '#renderer/ui/select.tsx';
import { meetingTitle } from './meeting-title.ts';
import type { MeetingWithItems } from './paper.queries.ts';

/** The choice that stands for a home; empty for none. */
export function homeKey({ meetingId, itemId }: PaperHome): string {
  return meetingId === null ? '' : `${meetingId} ${itemId ?? ''}`;
}

export function homeFrom(key: string): PaperHome {
  const [meetingId = '', itemId = ''] = key.split(' ');
  return { meetingId: meetingId === '' ? null : meetingId, itemId: itemId === '' ? null : itemId };
}

export function homeOptions(homes: ReadonlyArray<MeetingWithItems>): ReadonlyArray<SelectOption> {
  return homes.flatMap(({ meeting, items }) => {
    const group = meetingTitle(meeting);
    return [
      ...items.map((item) => ({
        value: homeKey({ meetingId: meeting.id, itemId: item.id }),
        label: item.title,
        group,
      })),
      { value: homeKey({ meetingId: meeting.id, itemId: null }), label: 'No item yet', group },
    ];
  });
}
