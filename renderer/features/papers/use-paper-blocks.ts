import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { blocksOf, type Block } from '#shared/domain/papers/paper-blocks.ts';

/** Milliseconds of quiet after which outline and counts follow what is written. */
const pause = 300;

/** What stands in an open text, a moment behind the typing so as never to slow it. */
export function usePaperBlocks(text: Y.Doc): ReadonlyArray<Block> {
  const [blocks, setBlocks] = useState(() => blocksOf(text));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setBlocks(blocksOf(text)), pause);
    };
    text.on('updateV2', changed);
    changed();
    return () => {
      clearTimeout(timer);
      text.off('updateV2', changed);
    };
  }, [text]);
  return blocks;
}
