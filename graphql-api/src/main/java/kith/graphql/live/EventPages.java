package kith.graphql.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.graphql.data.BoundSubscription;
import kith.graphql.data.JsonMembers;
import kith.runtime.read.EventsPlan;
import kith.runtime.stream.EventReader;
import kith.runtime.stream.EventReader.Headline;
import reactor.core.publisher.Mono;

/**
 * What the subscriptions that stand at one position are told of the next stretch. Those that are
 * told the same share it, whoever they are; those that it cannot be about cost nothing; the others
 * are read several in one statement.
 */
final class EventPages {

    private static final int AT_ONCE = 25;

    private final EventReader reader;

    EventPages(EventReader reader) {
        this.reader = reader;
    }

    /** The events of each plan by their positions; missing where there are none. */
    Map<EventsPlan.Identity, Map<Long, byte[]>> read(
            List<LiveSubscription> subscriptions,
            List<Headline> headlines,
            long after,
            long until) {
        Map<EventsPlan.Identity, BoundSubscription> concerned = new LinkedHashMap<>();
        Map<Integer, Set<UUID>> changed =
                headlines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Headline::object,
                                        Collectors.mapping(Headline::record, Collectors.toSet())));
        for (LiveSubscription subscription : subscriptions) {
            BoundSubscription bound = subscription.bound();
            if (isAbout(bound.plan(), changed)) {
                concerned.putIfAbsent(bound.plan().identity(), bound);
            }
        }
        Map<EventsPlan.Identity, Map<Long, byte[]>> events = new HashMap<>();
        List<BoundSubscription> all = List.copyOf(concerned.values());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<BoundSubscription> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            events.putAll(readSome(some, after, until));
        }
        return events;
    }

    private Map<EventsPlan.Identity, Map<Long, byte[]>> readSome(
            List<BoundSubscription> some, long after, long until) {
        List<EventsPlan> plans = some.stream().map(BoundSubscription::plan).toList();
        BoundSubscription first = some.getFirst();
        byte[] json = awaited(reader.events(first.caller(), first.catalog(), plans, after, until));
        Map<EventsPlan.Identity, Map<Long, byte[]>> events = new HashMap<>();
        JsonMembers.of(json)
                .forEach((place, page) ->
                        events.put(
                                plans.get(Integer.parseInt(place)).identity(),
                                byPosition(page.bytes(json))));
        return events;
    }

    private static Map<Long, byte[]> byPosition(byte[] page) {
        Map<Long, byte[]> events = new LinkedHashMap<>();
        JsonMembers.of(page)
                .forEach((position, event) ->
                        events.put(Long.parseLong(position), event.bytes(page)));
        return events;
    }

    private static boolean isAbout(EventsPlan plan, Map<Integer, Set<UUID>> changed) {
        Set<UUID> ofObject = changed.getOrDefault(plan.object(), Set.of());
        return !ofObject.isEmpty()
                && plan.records()
                        .map(ids -> ids.stream().anyMatch(ofObject::contains))
                        .orElse(true);
    }

    private static <T> T awaited(Mono<T> result) {
        return result.blockOptional().orElseThrow();
    }
}
