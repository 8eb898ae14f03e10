import { Button, Text, Title } from "@mantine/core";
import { signInAddress } from "@/api";
import { t } from "@/i18n";
import { Brand, useTitle } from "@/ui";
import classes from "./session.module.css";

export function SignInPage({ returnTo }: { returnTo: string }) {
  useTitle(t.session.signIn);
  return (
    <main className={classes.centre}>
      <div className={classes.card}>
        <Brand size={48} />
        <Title order={1} mt="lg">
          {t.session.welcome}
        </Title>
        <Text className="quiet" mt={4}>
          {returnTo === "/" ? t.session.tagline : t.session.again}
        </Text>
        <Button component="a" href={signInAddress(returnTo)} size="md" fullWidth mt="xl">
          {t.session.signIn}
        </Button>
      </div>
    </main>
  );
}
