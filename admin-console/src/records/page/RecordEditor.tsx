import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { asApiError, type ObjectInfo, type RecordData, type RecordInput, updateDocument } from "@/api";
import { t } from "@/i18n";
import { type Drafts, draftsOf, formFields, RecordForm } from "@/records/form";
import { useRecordsRefresh, useTenant } from "@/session";
import { ConfirmDialog, toastDone } from "@/ui";
import { ConflictPanel } from "./ConflictPanel";

interface Props {
  object: ObjectInfo;
  record: RecordData;
  focused: string | null;
  reload: () => Promise<RecordData>;
  onDone: () => void;
}

interface Conflict {
  /** The record as it is now; null when it is gone. */
  readonly theirs: RecordData | null;
  readonly mine: Drafts;
}

function isVersionConflict(error: unknown): boolean {
  return asApiError(error).problems.some(
    (found) => found.code === "VERSION_CONFLICT" || (found.kind === "CONFLICT" && found.path.at(-1) === "ifVersion"),
  );
}

/**
 * Edits a record against the version that was read. When somebody else was faster, nothing is written: both states are
 * shown, and the changes go on from the new one.
 */
export function RecordEditor({ object, record, focused, reload, onDone }: Props) {
  const tenant = useTenant();
  const refresh = useRecordsRefresh(tenant.slug);
  const fields = useMemo(() => formFields(object), [object]);
  // The record may be read anew in the background; what is being edited stays on the version it began with.
  const [base, setBase] = useState(record);
  const [start, setStart] = useState<Drafts>(() => draftsOf(fields, record));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const before = useMemo(() => draftsOf(fields, base), [fields, base]);
  const save = useMutation({
    mutationFn: ({ input }: { input: RecordInput; drafts: Drafts }) =>
      tenant.data(updateDocument(tenant.catalog, object, base.id, input, base.version ?? null)),
    onSuccess: async () => {
      toastDone(t.record.saved(object.label));
      await refresh();
      onDone();
    },
    onError: async (error, { drafts }) => {
      if (!isVersionConflict(error)) return;
      const theirs = await reload().catch((failure) => {
        if (asApiError(failure).kind === "NOT_FOUND") return null;
        throw failure;
      });
      setConflict({ theirs, mine: drafts });
    },
  });
  const submit = (input: RecordInput, drafts: Drafts) => {
    if (Object.keys(input).length === 0) onDone();
    else save.mutate({ input, drafts });
  };
  const finish = async () => {
    await refresh();
    onDone();
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
        fields={fields}
        before={before}
        start={start}
        isNew={false}
        focused={focused}
        submitLabel={t.common.save}
        isBusy={save.isPending}
        failure={isVersionConflict(save.error ?? null) ? null : save.error}
        onSubmit={submit}
        onCancel={(isChanged) => (isChanged ? setLeaving(true) : onDone())}
      />
      {isLeaving && (
        <ConfirmDialog
          title={t.record.leave}
          action={t.record.leaveAction}
          isBusy={false}
          onClose={() => setLeaving(false)}
          onConfirm={finish}
        >
          {t.record.leaveText}
        </ConfirmDialog>
      )}
    </>
  );
}
