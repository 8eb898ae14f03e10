package kith.server.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.server.limit.SharedSpending;
import kith.server.limit.Totals;
import reactor.core.publisher.Mono;

/** A hash for each minute, which expires by itself; one script adds and reads. */
public final class RedisSpending implements SharedSpending {

    private static final String NAME = "spent:";

    /** Two minutes after the last that asks for it. */
    private static final int KEPT_SECONDS = 240;

    /** {@code KEYS} are this minute and the one before, {@code ARGV} names and amounts by turns. */
    private static final String SCRIPT =
            """
            local totals = {}
            for i = 1, #ARGV - 1, 2 do
                totals[#totals + 1] = redis.call('hincrby', KEYS[1], ARGV[i], ARGV[i + 1])
                totals[#totals + 1] = tonumber(redis.call('hget', KEYS[2], ARGV[i]) or '0')
            end
            redis.call('expire', KEYS[1], ARGV[#ARGV])
            return totals
            """;

    private final SharedRedis redis;

    public RedisSpending(SharedRedis redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Map<String, Totals>> exchange(long minute, Map<String, Long> spent) {
        List<String> names = List.copyOf(spent.keySet());
        List<Object> values = new ArrayList<>();
        for (String name : names) {
            values.add(name);
            values.add(spent.getOrDefault(name, 0L).toString());
        }
        values.add(Integer.toString(KEPT_SECONDS));
        return redis.numbers(SCRIPT, List.of(NAME + minute, NAME + (minute - 1)), values)
                .map(numbers -> totals(minute, names, numbers));
    }

    private static Map<String, Totals> totals(long minute, List<String> names, List<Long> numbers) {
        Map<String, Totals> totals = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            totals.put(
                    names.get(i), new Totals(minute, numbers.get(2 * i), numbers.get(2 * i + 1)));
        }
        return totals;
    }
}
