import { useState, type ReactElement } from 'react';
import { addCluster } from '#shared/domain/risks/risk-register.commands.ts';
import type { RiskValues } from '#shared/domain/risks/risk.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { identifiedVias, proximities, publications, responses } from '#shared/domain/risks/values.ts';
import { identifiedWords, proximityWords, publicationWords, responseWords } from '#shared/domain/risks/words.ts';
import { isSameJson } from '#shared/kernel/json.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { CheckboxGroup } from '#renderer/ui/checkbox-group.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { changeRisk } from './change-risk.ts';
import { OwnerField } from './owner-field.tsx';
import { SavingDate } from './saving-date.tsx';
import { SavingText } from './saving-text.tsx';

function optionsOf<Choice extends string>(
  choices: ReadonlyArray<Choice>,
  words: Readonly<Record<Choice, string>>,
): ReadonlyArray<{ readonly value: Choice; readonly label: string }> {
  return choices.map((value) => ({ value, label: words[value] }));
}

/** Who answers for a risk, where it belongs and how it is dealt with. */
export function FactsPanel({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, clusters } = open.rows;
  const keep = (values: Partial<RiskValues>): void => {
    void changeRisk(session, risk, values).then(setProblem);
  };
  // Names wait until their field is left: a half-typed one is nobody's, and no theme.
  const [typedOwner, setTypedOwner] = useState<{ readonly value: Risk['owner'] } | null>(null);
  const [typedCluster, setTypedCluster] = useState<string | null>(null);
  const clusterName = clusters.find(({ id }) => id === risk.clusterId)?.name ?? '';

  function ownerLeft(): void {
    if (typedOwner !== null && !isSameJson(typedOwner.value, risk.owner)) keep({ owner: typedOwner.value });
    setTypedOwner(null);
  }
  function clusterLeft(): void {
    if (typedCluster !== null && typedCluster.trim() !== clusterName) void keepCluster(typedCluster);
    setTypedCluster(null);
  }

  async function keepCluster(name: string): Promise<void> {
    const wanted = name.trim();
    const known = clusters.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
    if (wanted === '' || known !== undefined) {
      keep({ clusterId: known?.id ?? null });
      return;
    }
    const id = session.newId();
    await run(session, addCluster, { id, registerId: register.id, name: wanted, risks: [risk] });
  }

  return (
    <Panel title="Owner and facts">
      <Stack>
        {problem !== null && (
          <Banner tone="error" title="Not kept" announce>
            {problem}
          </Banner>
        )}
        <FormRow>
          <OwnerField
            label="Owner"
            value={typedOwner === null ? risk.owner : typedOwner.value}
            onChange={(value) => setTypedOwner({ value })}
            onCommit={ownerLeft}
          />
          <ComboBox
            label="Cluster"
            optional
            freeText
            value={typedCluster ?? clusterName}
            options={clusters.map(({ id, name }) => ({ id, label: name }))}
            onChange={setTypedCluster}
            onCommit={clusterLeft}
          />
          <SavingText
            label="Category"
            kept={risk.category}
            save={async (category) => changeRisk(session, risk, { category })}
          />
        </FormRow>
        <FormRow>
          <Select
            label="Response"
            value={risk.response}
            options={optionsOf(responses, responseWords)}
            onChange={(value) => keep({ response: responses.find((one) => one === value) ?? 'treat' })}
          />
          <Select
            label="Proximity"
            value={risk.proximity}
            options={optionsOf(proximities, proximityWords)}
            onChange={(value) => keep({ proximity: proximities.find((one) => one === value) ?? 'unknown' })}
          />
          <Select
            label="Publication"
            value={risk.publication}
            hint={risk.publication === 'exempt' ? 'Left out of the public edition' : undefined}
            options={optionsOf(publications, publicationWords)}
            onChange={(value) => keep({ publication: publications.find((one) => one === value) ?? 'public' })}
          />
        </FormRow>
        <FormRow>
          <SavingDate
            label="Target date"
            optional
            kept={risk.targetOn}
            save={async (targetOn) => changeRisk(session, risk, { targetOn })}
          />
          <SavingDate
            label="Identified on"
            latest={session.today}
            kept={risk.identifiedOn}
            save={async (identifiedOn) => changeRisk(session, risk, { identifiedOn })}
          />
          <Select
            label="Identified through"
            value={risk.identifiedVia}
            options={optionsOf(identifiedVias, identifiedWords)}
            onChange={(value) => keep({ identifiedVia: identifiedVias.find((one) => one === value) ?? 'other' })}
          />
        </FormRow>
        {register.objectives.length > 0 && (
          <CheckboxGroup
            label="Objectives it threatens"
            chosen={risk.objectiveIds}
            options={register.objectives.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(objectiveIds) => keep({ objectiveIds })}
          />
        )}
      </Stack>
    </Panel>
  );
}
