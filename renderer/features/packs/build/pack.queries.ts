/** A meeting's pack as it stands: what goes in, in order, and what stands in its way. */
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { issuedPackKind, type IssuedPack } from '#shared/domain/packs/issued-pack.ts';
import type { ItemLine, PaperLine } from '#shared/domain/packs/pack-contents.ts';
import { packIdOf, packKind, type Pack } from '#shared/domain/packs/pack.ts';
import { paperVersionKind, type PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { comparePlaces } from '#shared/changes/position.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

export interface PackAsItStands {
  readonly meeting: Meeting;
  readonly body: Body | null;
  readonly organisation: string;
  readonly pack: Pack | null;
  readonly items: ReadonlyArray<ItemLine>;
  readonly papers: ReadonlyArray<PaperLine>;
  /** Papers of the meeting that stand under no item, and so go into no pack. */
  readonly unplaced: ReadonlyArray<Paper>;
  readonly paperRecords: ReadonlyMap<string, Paper>;
  readonly versions: ReadonlyMap<string, PaperVersion>;
  /** Pages of the file papers as counted when they were attached. */
  readonly knownPages: number;
  /** Every pack issued for the meeting, of both editions. */
  readonly issued: ReadonlyArray<IssuedPack>;
}

function itemLine(item: AgendaItem, number: string, depth: number): ItemLine {
  const { id, title, purpose, lead, minutes, isRestricted, ground, groundReason } = item;
  return { id, number, depth, title, purpose, lead, minutes, isRestricted, ground, groundReason };
}

/** `null` where there is no such meeting. */
export async function readPack(database: Database, meetingId: string): Promise<PackAsItStands | null> {
  const [meeting, workspace, pack, items, papers, issued] = await Promise.all([
    rowsOf(database, meetingKind).get(meetingId),
    rowsOf(database, workspaceKind).get(workspaceId),
    rowsOf(database, packKind).get(packIdOf(meetingId)),
    rowsOf(database, agendaItemKind).where('meetingId').equals(meetingId).toArray(),
    rowsOf(database, paperKind).where('meetingId').equals(meetingId).toArray(),
    rowsOf(database, issuedPackKind).where('meetingId').equals(meetingId).toArray(),
  ]);
  if (meeting === undefined) return null;
  const [found, body] = await Promise.all([
    rowsOf(database, paperVersionKind).bulkGet(papers.flatMap(({ versionId }) => versionId ?? [])),
    rowsOf(database, bodyKind).get(meeting.bodyId),
  ]);
  const versions = new Map(found.flatMap((version) => (version === undefined ? [] : [[version.paperId, version]])));
  const inOrder = [...papers].sort((a, b) => comparePlaces({ id: a.id, key: a.place }, { id: b.id, key: b.place }));
  return {
    meeting,
    body: body ?? null,
    organisation: workspace?.name ?? '',
    pack: pack ?? null,
    items: agendaOf(items).lines.map(({ item, number, depth }) => itemLine(item, number, depth)),
    papers: inOrder.flatMap((paper): PaperLine[] => {
      const { id, itemId, title, reference, form, status } = paper;
      if (itemId === null) return [];
      const version = versions.get(id);
      return [
        {
          id,
          itemId,
          title,
          reference,
          form,
          status,
          sha256: version?.sha256 ?? null,
          version: version?.number ?? null,
        },
      ];
    }),
    unplaced: inOrder.filter(({ itemId }) => itemId === null || !items.some(({ id }) => id === itemId)),
    paperRecords: new Map(papers.map((paper) => [paper.id, paper])),
    versions,
    knownPages: [...versions.values()].reduce((sum, version) => sum + (version.facts?.pages ?? 0), 0),
    issued,
  };
}
