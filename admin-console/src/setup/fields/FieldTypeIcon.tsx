import {
  IconAlignLeft,
  IconArrowsCross,
  IconAt,
  IconCalendar,
  IconCheckbox,
  IconClock,
  IconCoin,
  IconHash,
  IconId,
  IconLetterT,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconPercentage,
  IconPhone,
  IconPointer,
  IconSitemap,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { FieldTypeName } from "@/api";
import classes from "./fields.module.css";

const ICONS: { readonly [T in FieldTypeName]: ComponentType<{ size?: number; stroke?: number }> } = {
  id: IconId,
  text: IconLetterT,
  longText: IconAlignLeft,
  number: IconHash,
  currency: IconCoin,
  percent: IconPercentage,
  date: IconCalendar,
  dateTime: IconClock,
  boolean: IconCheckbox,
  picklist: IconList,
  multiPicklist: IconListCheck,
  email: IconAt,
  phone: IconPhone,
  url: IconLink,
  autoNumber: IconListNumbers,
  lookup: IconPointer,
  masterDetail: IconSitemap,
  manyToMany: IconArrowsCross,
};

export function FieldTypeIcon({ type }: { type: FieldTypeName }) {
  const Found = ICONS[type];
  return (
    <span className={classes.icon} aria-hidden>
      <Found size={16} stroke={1.7} />
    </span>
  );
}
