import { Checkbox } from "@mantine/core";
import classes from "./list.module.css";

interface Props {
  label: string;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
  /** Whether Tab leads to it; of the rows, just one takes part. */
  isReachable?: boolean;
}

/** Chooses a row, or all of them. What is around it does not open the record. */
export function ChooseBox({ label, isChosen, onChange, isReachable = true }: Props) {
  return (
    <span className={classes.choose} data-choose>
      <Checkbox
        aria-label={label}
        checked={isChosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
        tabIndex={isReachable ? 0 : -1}
        size="xs"
      />
    </span>
  );
}
