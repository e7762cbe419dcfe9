import { useId, useState, type ReactElement } from 'react';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import { alikeRisk } from '#shared/domain/risks/alike.ts';
import { addCluster } from '#shared/domain/risks/risk-register.commands.ts';
import { addRisk } from '#shared/domain/risks/risk.commands.ts';
import { wordingWarnings, missingParts } from '#shared/domain/risks/wording.ts';
import type { Answerable } from '#shared/domain/risks/values.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { hintFor } from './hint-words.ts';
import { linesOf } from './lines-of.ts';
import { OwnerField } from './owner-field.tsx';
import { listed, partWords, refusalInWords } from './refusal-words.ts';

export interface AddRiskDialogProps {
  readonly open: OpenRegister;
  readonly onClose: () => void;
  /** Whether the new risk's page is opened; otherwise the officer stays where they are. */
  readonly opensPage?: boolean | undefined;
}

/** A new risk. A short name is enough to keep it; what is missing before it can be opened is said. */
export function AddRiskDialog({ open, onClose, opensPage = true }: AddRiskDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [shortName, setShortName] = useState('');
  const [vulnerability, setVulnerability] = useState('');
  const [trigger, setTrigger] = useState('');
  const [consequences, setConsequences] = useState('');
  const [owner, setOwner] = useState<Answerable | null>(null);
  const [clusterName, setCluster] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { rows } = open;
  const scenario = { shortName, vulnerability, trigger, consequences: linesOf(consequences) };
  const warnings = wordingWarnings(scenario);
  const missing = missingParts(scenario);
  const alike = alikeRisk(shortName, (open.now?.risks ?? []).filter(isLive));

  async function clusterOf(name: string): Promise<string | null> {
    const wanted = name.trim().toLowerCase();
    if (wanted === '') return null;
    const known = rows.clusters.find((cluster) => cluster.name.toLowerCase() === wanted);
    if (known !== undefined) return known.id;
    const clusterId = session.newId();
    const added = await run(session, addCluster, { id: clusterId, registerId: rows.register.id, name, risks: [] });
    return added.ok ? clusterId : null;
  }

  async function added(): Promise<void> {
    if (shortName.trim() === '') {
      setProblem(refusalInWords({ type: 'NameMissing' }));
      setAttempt(attempt + 1);
      return;
    }
    const riskId = session.newId();
    const frozenNumbers = open.frozen.flatMap(({ positions }) => Object.keys(positions).map(Number));
    const result = await run(session, addRisk, {
      id: riskId,
      registerId: rows.register.id,
      numbers: [...rows.risks.map(({ number }) => number), ...frozenNumbers],
      values: {
        ...scenario,
        owner,
        clusterId: await clusterOf(clusterName),
        identifiedVia: open.draft === null ? 'other' : open.draft.type === 'annual' ? 'annual' : 'quarterly',
      },
    });
    if (result.ok) {
      onClose();
      if (opensPage) goTo(pathTo.risk(riskId));
      else noticeShown('The risk is added as proposed. Open it on its page once it is whole.', 'blue');
      return;
    }
    setProblem(refusalInWords(result.refusal));
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title="Add a risk"
      onSubmit={() => void added()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Add risk
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-name`, text: problem }]} />
      <p className="muted">{rows.register.prompt}</p>
      <TextField
        id={`${id}-name`}
        label="Short name"
        value={shortName}
        error={problem ?? undefined}
        onChange={setShortName}
      />
      {alike !== null && (
        <Banner
          tone="warning"
          title={`Risk ${alike.number} is called “${alike.shortName}”`}
          actions={
            <LinkButton small href={hrefTo(pathTo.risk(alike.id))}>
              Go to risk {alike.number}
            </LinkButton>
          }
        >
          If this is the same risk, write there instead.
        </Banner>
      )}
      <TextArea
        label="Vulnerability"
        optional
        rows={2}
        hint={hintFor(warnings, 'vulnerability') ?? 'The situation that exposes the partnership'}
        value={vulnerability}
        onChange={setVulnerability}
      />
      <TextArea
        label="Trigger"
        optional
        rows={2}
        hint={hintFor(warnings, 'trigger') ?? 'The event that would turn it into harm'}
        value={trigger}
        onChange={setTrigger}
      />
      <TextArea
        label="Consequences"
        optional
        rows={3}
        hint={hintFor(warnings, 'consequences') ?? 'What would follow, one on each line'}
        value={consequences}
        onChange={setConsequences}
      />
      <FormRow>
        <OwnerField label="Owner" optional value={owner} onChange={setOwner} />
        <ComboBox
          label="Cluster"
          optional
          freeText
          hint="A theme of the register, or a new one"
          value={clusterName}
          options={rows.clusters.map((cluster) => ({ id: cluster.id, label: cluster.name }))}
          onChange={setCluster}
        />
      </FormRow>
      {missing.length > 0 && shortName.trim() !== '' && (
        <p className="small muted">
          It is kept as proposed. To open it, write {listed(missing.map((part) => partWords[part]))}.
        </p>
      )}
    </Dialog>
  );
}
