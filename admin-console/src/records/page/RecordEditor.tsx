import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import {
  asApiError,
  type Connection,
  type FieldInfo,
  linksDocument,
  type ObjectInfo,
  type RecordData,
  type RecordInput,
  type Reference,
  updateDocument,
} from "@/api";
import { t } from "@/i18n";
import { type Drafts, draftsOf, formFields, type LinkSource, RecordForm, withLinks } from "@/records/form";
import { useRecordsRefresh, useTenant } from "@/session";
import { ConfirmDialog, toastDone } from "@/ui";
import { ConflictPanel } from "./ConflictPanel";
import { pageFields } from "./layout";

interface Props {
  object: ObjectInfo;
  record: RecordData;
  focused: string | null;
  reload: () => Promise<RecordData>;
  keep: (record: RecordData) => Promise<void>;
  onDone: () => void;
}

interface Conflict {
  /** The record as it is now; null when it is gone. */
  readonly theirs: RecordData | null;
  readonly mine: Drafts;
}

type Outcome = { readonly saved: { readonly record: RecordData } } | { readonly conflict: Conflict };

async function readOrGone(reload: () => Promise<RecordData>): Promise<RecordData | null> {
  try {
    return await reload();
  } catch (failure) {
    if (asApiError(failure).kind === "NOT_FOUND") return null;
    throw failure;
  }
}

function isVersionConflict(error: unknown): boolean {
  return asApiError(error).problems.some(
    (found) => found.code === "VERSION_CONFLICT" || (found.kind === "CONFLICT" && found.path.at(-1) === "ifVersion"),
  );
}

/**
 * Edits a record against the version that was read. What the write answers is what the page shows next; it waits for no
 * second request, which might fail and leave the old record standing. When somebody else was faster, nothing is
 * written: both states are shown, and the changes go on from the new one.
 */
export function RecordEditor({ object, record, focused, reload, keep, onDone }: Props) {
  const tenant = useTenant();
  const refresh = useRecordsRefresh(tenant.slug);
  // The record and the catalog may be read anew in the background; what is being edited stays as it began.
  const [fields] = useState(() => formFields(object));
  const [base, setBase] = useState(record);
  const [start, setStart] = useState<Drafts>(() => draftsOf(fields, record));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [linked, setLinked] = useState<readonly FieldInfo[]>([]);
  const readLinks = async (of: readonly FieldInfo[]): Promise<RecordData> =>
    (await tenant.data<{ record: RecordData }>(linksDocument(object, of, base.id))).record;
  const links: LinkSource = {
    hasMore: (field) => (base[field.name] as Partial<Connection> | null)?.pageInfo?.hasNextPage === true,
    load: async (field) => {
      const found = await readLinks([field]);
      const all = draftsOf([field], found)[field.name] as readonly Reference[];
      setLinked((fieldsRead) => [...fieldsRead, field]);
      setBase((record) => ({ ...record, [field.name]: found[field.name] }));
      setStart((drafts) => withLinks(drafts, drafts, field, all));
      return all;
    },
  };
  /** The record as it is now, with as many links as are being edited: what is not read looks like what is gone. */
  const reloadLinked = async (): Promise<RecordData> => {
    const now = await reload();
    return linked.length === 0 ? now : { ...now, ...(await readLinks(linked)), id: now.id };
  };
  const before = useMemo(() => draftsOf(fields, base), [fields, base]);
  const save = useMutation({
    mutationFn: async ({ input, drafts }: { input: RecordInput; drafts: Drafts }): Promise<Outcome> => {
      try {
        return {
          saved: await tenant.data<{ record: RecordData }>(
            updateDocument(tenant.catalog, object, base.id, input, base.version ?? null, pageFields(object)),
          ),
        };
      } catch (refusal) {
        if (!isVersionConflict(refusal)) throw refusal;
        return { conflict: { theirs: await readOrGone(reloadLinked), mine: drafts } };
      }
    },
    onSuccess: async (outcome) => {
      if ("conflict" in outcome) {
        setConflict(outcome.conflict);
        return;
      }
      await keep(outcome.saved.record);
      toastDone(t.record.saved(object.label));
      onDone();
      refresh();
    },
  });
  const submit = (input: RecordInput, drafts: Drafts) => {
    if (Object.keys(input).length === 0) onDone();
    else save.mutate({ input, drafts });
  };
  const finish = () => {
    onDone();
    refresh();
  };
  if (conflict !== null) {
    return (
      <ConflictPanel
        fields={fields}
        before={before}
        theirs={conflict.theirs}
        mine={conflict.mine}
        onDiscard={finish}
        onKeep={(theirs, merged) => {
          setBase(theirs);
          setStart(merged);
          save.reset();
          setConflict(null);
        }}
      />
    );
  }
  return (
    <>
      <RecordForm
        object={object}
        record={base}
        fields={fields}
        before={before}
        start={start}
        focused={focused}
        links={links}
        submitLabel={t.common.save}
        isBusy={save.isPending}
        failure={save.error}
        onSubmit={submit}
        onCancel={(isChanged) => (isChanged ? setLeaving(true) : onDone())}
      />
      {isLeaving && (
        <ConfirmDialog
          title={t.common.leave}
          action={t.common.leaveAction}
          isBusy={false}
          onClose={() => setLeaving(false)}
          onConfirm={finish}
        >
          {t.common.leaveText}
        </ConfirmDialog>
      )}
    </>
  );
}
