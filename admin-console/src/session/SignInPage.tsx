import { Alert, Button, Text, Title } from "@mantine/core";
import { signInAddress } from "@/api";
import { t } from "@/i18n";
import { Brand, useTitle } from "@/ui";
import classes from "./session.module.css";

/** Where the server brings people back to when the identity provider did not let them in. */
const FAILED = "/?problem=";

export function SignInPage({ returnTo: address }: { returnTo: string }) {
  useTitle(t.session.signIn);
  const isFailed = address.startsWith(FAILED);
  const returnTo = isFailed ? "/" : address;
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
        {isFailed && (
          <Alert color="red" role="alert" mt="md">
            {t.session.failed}
          </Alert>
        )}
        <Button component="a" href={signInAddress(returnTo)} size="md" fullWidth mt="xl">
          {t.session.signIn}
        </Button>
      </div>
    </main>
  );
}
