package kith.script.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kith.script.Limits;

/** Says which limits a rule came close to, once each: where it took the first step beyond 80 %. */
public final class Warnings {

    private Warnings() {}

    /** In words, for those limits of which four fifths were spent between two moments. */
    public static List<String> between(Limits limits, Remaining before, Remaining after) {
        List<String> warnings = new ArrayList<>();
        note("steps", limits.fuel(), before.fuel(), after.fuel(), warnings);
        note(
                "bytes of memory",
                limits.allocationBytes(),
                before.allocationBytes(),
                after.allocationBytes(),
                warnings);
        note("queries", limits.queries(), before.queries(), after.queries(), warnings);
        note("records read", limits.queryRows(), before.queryRows(), after.queryRows(), warnings);
        note("writes", limits.writes(), before.writes(), after.writes(), warnings);
        return warnings;
    }

    private static void note(
            String what, long limit, long before, long after, List<String> warnings) {
        if (isClose(limit, after) && !isClose(limit, before)) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d %s that the rules of one transaction may take are spent",
                            limit - after,
                            limit,
                            what));
        }
    }

    private static boolean isClose(long limit, long left) {
        return left * 5 < limit;
    }
}
