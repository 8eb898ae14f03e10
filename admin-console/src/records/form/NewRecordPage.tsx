import { Anchor } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import {
  ApiError,
  createDocument,
  type ObjectInfo,
  problem,
  type RecordData,
  type RecordInput,
  type Reference,
  recordId,
  targetsOf,
} from "@/api";
import { t } from "@/i18n";
import { useRecordsRefresh, useTenant } from "@/session";
import { ErrorPanel, ObjectIcon, Page, SAVED, toastDone, useTitle } from "@/ui";
import { type Drafts, draftsOf, formFields } from "./drafts";
import { RecordForm } from "./RecordForm";

/** Makes a new record. The address may give references, e.g. `?account=0198…&account.name=Acme`. */
export function NewRecordPage() {
  const tenant = useTenant();
  const { object: name = "" } = useParams();
  const object = tenant.object(name);
  if (object === undefined) return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={tenant.base} />;
  if (!object.isCreatable) return <ErrorPanel error={new ApiError([problem("FORBIDDEN", "")])} home={tenant.base} />;
  return <NewRecord key={object.name} object={object} />;
}

function NewRecord({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const refresh = useRecordsRefresh(tenant.slug);
  const [search] = useSearchParams();
  useTitle(t.record.createTitle(object.label), tenant.me.tenant.name);
  const fields = useMemo(() => formFields(object), [object]);
  const { blank, start } = useMemo(() => {
    const defaults = draftsOf(fields, null);
    const given: Record<string, Reference> = {};
    for (const field of fields) {
      const id = search.get(field.name);
      if (targetsOf(field).length > 0 && id !== null) {
        const of = search.get(`${field.name}.object`);
        given[field.name] = {
          id: recordId(id),
          name: search.get(`${field.name}.name`),
          ...(of === null ? {} : { object: of }),
        };
      }
    }
    const user = tenant.me.user;
    const owner = user !== null && fields.some((field) => field.name === "owner") ? { owner: user } : {};
    return { blank: defaults, start: { ...defaults, ...owner, ...given } as Drafts };
  }, [fields, search, tenant.me.user]);
  const cameFrom = search.get("back");
  // Only back to where people were in this workspace.
  const back = cameFrom?.startsWith(`${tenant.base}/`) ? cameFrom : null;
  const create = useMutation({
    mutationFn: async (input: RecordInput) =>
      (await tenant.data<{ record: RecordData }>(createDocument(tenant.catalog, object, input))).record,
    onSuccess: async (record) => {
      toastDone(t.record.created(object.label));
      await navigate(back ?? tenant.recordPath(object, record.id), { replace: true, state: SAVED });
      refresh();
    },
  });
  return (
    <Page
      title={t.record.createTitle(object.label)}
      icon={<ObjectIcon name={object.icon} size={20} />}
      above={
        <Anchor component={Link} to={tenant.listPath(object)} inherit>
          {object.pluralLabel}
        </Anchor>
      }
    >
      <RecordForm
        object={object}
        record={null}
        fields={fields}
        before={blank}
        start={start}
        submitLabel={t.common.create}
        isBusy={create.isPending}
        failure={create.error}
        onSubmit={(input) => create.mutate(input)}
        onCancel={() => navigate(back ?? tenant.listPath(object))}
      />
    </Page>
  );
}
