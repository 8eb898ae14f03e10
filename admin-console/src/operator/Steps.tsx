import { Loader, Text } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled, IconCircleXFilled } from "@tabler/icons-react";
import type { ProvisioningStep } from "@/api";
import { t } from "@/i18n";
import classes from "./operator.module.css";

/** The steps of provisioning, as far as they have come. */
export function Steps({ steps, isBusy = false }: { steps: readonly ProvisioningStep[]; isBusy?: boolean }) {
  return (
    <ol className={classes.steps} aria-label={t.operator.steps}>
      {steps.map((step) => (
        <li key={step.name} className={classes.step}>
          {step.state === "DONE" && <IconCircleCheckFilled size={20} color="var(--mantine-color-teal-6)" aria-hidden />}
          {step.state === "FAILED" && <IconCircleXFilled size={20} color="var(--mantine-color-red-6)" aria-hidden />}
          {step.state === "WAITING" &&
            (isBusy ? <Loader size={20} /> : <IconCircle size={20} className="quiet" aria-hidden />)}
          <div>
            <Text size="sm" fw={550}>
              {step.name}{" "}
              <Text span size="sm" className="quiet">
                {t.operator.stepState[step.state]}
              </Text>
            </Text>
            {step.problem !== null && (
              <Text size="sm" c="var(--mantine-color-error)">
                {step.problem}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
