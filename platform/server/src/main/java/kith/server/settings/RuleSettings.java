package kith.server.settings;

import java.util.List;
import kith.script.LimitPlans;

/**
 * Where and within what limits the rules of tenants run.
 *
 * @param processes how many at a time run rules; 0 where rules run in the server itself
 * @param launcher words before the command of such a process, none for most
 */
public record RuleSettings(int processes, List<String> launcher, LimitPlans plans) {

    public RuleSettings {
        launcher = List.copyOf(launcher);
    }

    /** In the server itself, with the same limits for all tenants. */
    public static RuleSettings standard() {
        return new RuleSettings(0, List.of(), LimitPlans.standard());
    }
}
