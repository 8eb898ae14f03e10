import { ActionIcon, Collapse, Title, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconPencil, IconQuestionMark } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { type FieldInfo, isWritable, type ObjectInfo, type RecordData } from "@/api";
import { FieldValue, kindOf } from "@/fields";
import { t } from "@/i18n";
import { isVisible, subjectOf } from "@/records/expression";
import { useTenant } from "@/session";
import { detailFields, systemFieldsOf } from "./layout";
import classes from "./page.module.css";

const WhyDialog = lazy(async () => ({ default: (await import("./WhyDialog")).WhyDialog }));

interface Props {
  object: ObjectInfo;
  record: RecordData;
  onEdit: ((field: string) => void) | null;
}

/** What is known of a record; empty fields fold away. */
export function RecordDetails({ object, record, onEdit }: Props) {
  const [showsEmpty, setShowsEmpty] = useState(false);
  const [showsSystem, setShowsSystem] = useState(false);
  const [asked, setAsked] = useState<FieldInfo | null>(null);
  const tenant = useTenant();
  const subject = subjectOf({ object, record, drafts: {}, user: tenant.me.user?.id ?? null, now: Date.now() });
  const fields = detailFields(object).filter((field) => isVisible(field, subject));
  const filled = fields.filter((field) => !kindOf(field).isEmpty(field, record));
  const empty = fields.filter((field) => kindOf(field).isEmpty(field, record));
  const rows = (shown: readonly FieldInfo[]) => (
    <dl className={classes.facts}>
      {shown.map((field) => (
        <div key={field.name} className={classes.fact}>
          <dt>{field.label}</dt>
          <dd>
            <span className={classes.value}>
              <FieldValue field={field} record={record} />
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              className={classes.pencil}
              aria-label={t.why.open(field.label)}
              title={t.why.open(field.label)}
              onClick={() => setAsked(field)}
            >
              <IconQuestionMark size={14} aria-hidden />
            </ActionIcon>
            {onEdit !== null && isWritable(object, field) && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                className={classes.pencil}
                aria-label={t.record.editField(field.label)}
                onClick={() => onEdit(field.name)}
              >
                <IconPencil size={14} aria-hidden />
              </ActionIcon>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
  const fold = (isOpen: boolean, toggle: () => void, label: string) => (
    <UnstyledButton className={classes.fold} aria-expanded={isOpen} onClick={toggle}>
      <IconChevronDown size={14} aria-hidden style={{ transform: isOpen ? "rotate(180deg)" : undefined }} />
      {label}
    </UnstyledButton>
  );
  return (
    <section className={classes.panel} aria-label={t.record.details}>
      <Title order={2} className={classes.panelTitle}>
        {t.record.details}
      </Title>
      {rows(filled)}
      {empty.length > 0 && (
        <>
          <Collapse expanded={showsEmpty}>{rows(empty)}</Collapse>
          {fold(
            showsEmpty,
            () => setShowsEmpty((shown) => !shown),
            showsEmpty ? t.record.hideEmpty : t.record.emptyFields(empty.length),
          )}
        </>
      )}
      {fold(showsSystem, () => setShowsSystem((shown) => !shown), t.record.system)}
      <Collapse expanded={showsSystem}>{rows(systemFieldsOf(object))}</Collapse>
      {asked !== null && (
        <Suspense fallback={null}>
          <WhyDialog
            object={object.name}
            id={record.id}
            field={asked.name}
            label={asked.label}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
