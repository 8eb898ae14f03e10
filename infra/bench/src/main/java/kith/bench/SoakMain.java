package kith.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import kith.bench.data.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@link Soak} for the minutes that the first word tells, ten unless told. */
public final class SoakMain {

    private static final Logger LOG = LoggerFactory.getLogger(SoakMain.class);
    private static final int MINUTES = 10;

    private SoakMain() {}

    public static void main(String[] words) throws SQLException {
        Duration duration =
                Duration.ofMinutes(words.length == 0 ? MINUTES : Integer.parseInt(words[0]));
        System.exit(soak(BenchSetting.of(System.getenv()), duration) ? 0 : 1);
    }

    private static boolean soak(BenchSetting setting, Duration duration) throws SQLException {
        try (Stage stage = Stage.set(setting, BenchOptions.parse(List.of("--only=kith")))) {
            boolean isSteady = new Soak(stage.products().getFirst(), setting).run(duration);
            stage.clean(DatabaseServer.KITH);
            LOG.info(isSteady ? "Kith stayed as it was." : "Kith did not stay as it was.");
            return isSteady;
        }
    }
}
