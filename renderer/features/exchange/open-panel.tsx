import { FolderOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import type { BundleReport } from '#renderer/data/exchange/bundle-report.ts';
import type { BundleDevice } from '#shared/bundle/manifest.ts';
import { readWorkspaceId } from '#renderer/data/database.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { AnswerButton } from './answer-button.tsx';
import { CheckChanges } from './check-changes.tsx';
import { JobView } from './exchange-job.tsx';
import { countOf } from './exchange-words.ts';
import type { Opening } from './opening.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { SafetyWordsView } from './safety-words-view.tsx';
import styles from './share.module.css';

export interface OpenPanelProps {
  readonly opening: Opening;
}

/** Takes a colleague's bundle in: nothing changes until it has been looked through and applied. */
export function OpenPanel({ opening }: OpenPanelProps): ReactElement {
  const { step } = opening;
  const [next] = opening.next;
  return (
    <Panel title="Receive" count={step.type === 'none' ? 'a file from a colleague' : opening.fileName}>
      <div className={styles['stack']}>
        {(step.type === 'none' || step.type === 'taken' || step.type === 'refused') && (
          <>
            {step.type === 'refused' && (
              <Banner tone="error" title="Nothing has been changed" announce>
                <p>{step.words}</p>
              </Banner>
            )}
            {step.type === 'taken' && (
              <Banner tone="success" title={appliedInWords(step.report)} announce>
                {step.report.decisions.length > step.decided && (
                  <p>What you both changed stands under Decisions to make, at the top of this page.</p>
                )}
                <p>You can undo the whole import under Received.</p>
              </Banner>
            )}
            {next !== undefined && (
              <div>
                <Button kind="primary" onPress={() => opening.open(opening.next)}>
                  {`Open the next: ${next.name}`}
                </Button>
              </div>
            )}
            <div>
              <FileButton icon={FolderOpen} accept={['.packhorse']} onFiles={opening.open}>
                Open a bundle
              </FileButton>
            </div>
          </>
        )}
        {step.type === 'busy' && <JobView job={opening.job} label={step.what} />}
        {step.type === 'passphrase' && (
          <PassphraseForm
            label="Passphrase"
            hint="Whoever made the bundle tells it by phone"
            isWrong={step.isWrong}
            onGiven={opening.unlock}
            onLeave={opening.leave}
          />
        )}
        {step.type === 'stranger' && <Stranger author={step.author} onSame={opening.trust} onLeave={opening.leave} />}
        {step.type === 'check' && step.isRenewed && (
          <Banner tone="info" title="This laptop goes on under a new identity" announce>
            <p>
              Somebody else saves in its old name: it was copied, or brought back from an older state. Nothing of yours
              is lost, and what you saved since stands under the new name. Colleagues are told by your next bundle.
            </p>
          </Banner>
        )}
        {step.type === 'check' && <CheckChanges report={step.report} onApply={opening.apply} onLeave={opening.leave} />}
        {(step.type === 'check' || step.type === 'taken') && <AnswerButton device={step.report.device} />}
      </div>
    </Panel>
  );
}

function appliedInWords({ saves, files }: BundleReport): string {
  return saves === 0 && files > 0 ? `Applied ${countOf(files, 'file')}` : `Applied ${countOf(saves, 'change')}`;
}

interface StrangerProps {
  readonly author: BundleDevice;
  readonly onSame: () => void;
  readonly onLeave: () => void;
}

function Stranger({ author, onSame, onLeave }: StrangerProps): ReactElement {
  const workspace = useLive(readWorkspaceId, []);
  return (
    <div className={styles['stack']}>
      <Banner tone="warning" title={`A laptop you have not met: that of ${author.person}`}>
        <p>
          Ring {author.person} and ask for the safety words of that laptop: they stand under Laptops, on the page Share
          and receive. Take nothing from it unless they are these.
        </p>
      </Banner>
      {workspace !== undefined && (
        <SafetyWordsView workspace={workspace} device={author.device} signKey={author.signKey} />
      )}
      <Row>
        <Button kind="primary" onPress={onSame}>
          The words are the same
        </Button>
        <Button onPress={onLeave}>They differ, or not now</Button>
      </Row>
    </div>
  );
}
