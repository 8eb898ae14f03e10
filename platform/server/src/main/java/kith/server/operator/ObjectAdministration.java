package kith.server.operator;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kith.graphql.sdl.Arguments;
import kith.runtime.job.JobInfo;
import kith.runtime.job.Jobs;
import kith.runtime.move.ObjectMoves;
import kith.runtime.move.ObjectSize;
import kith.runtime.move.StoredObject;
import kith.runtime.move.StoredObjects;
import kith.runtime.tenant.Tenant;
import kith.server.tenant.TenantLife;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where the records of tenants are, for those who run the installation. */
public final class ObjectAdministration {

    private final TenantLife tenants;
    private final StoredObjects stored;
    private final ObjectMoves moves;
    private final Jobs jobs;

    public ObjectAdministration(
            TenantLife tenants, StoredObjects stored, ObjectMoves moves, Jobs jobs) {
        this.tenants = tenants;
        this.stored = stored;
        this.moves = moves;
        this.jobs = jobs;
    }

    /** Where an object's records are, as the API names it. */
    enum Home {
        SHARED,
        DEDICATED
    }

    /**
     * An object as the API shows it.
     *
     * @param sizes of all objects by their names; counted once, when the first is asked for
     */
    record Stored(
            StoredObject object, @Nullable JobInfo lastMove, Mono<Map<String, ObjectSize>> sizes) {

        public String name() {
            return object.name();
        }

        public String label() {
            return object.label();
        }

        public Home home() {
            return object.isDedicated() ? Home.DEDICATED : Home.SHARED;
        }

        public Optional<UUID> job() {
            return object.job();
        }

        public List<List<String>> indexes() {
            return object.indexes();
        }

        Mono<Double> size(ToLongFunction<ObjectSize> figure) {
            return sizes.map(all ->
                    (double) figure.applyAsLong(all.getOrDefault(name(), ObjectSize.NOTHING)));
        }
    }

    Mono<List<Stored>> list(Arguments arguments) {
        return tenants.require(arguments.text("tenant"))
                .flatMap(tenant ->
                        stored.of(tenant.tenant())
                                .flatMap(objects -> told(tenant.tenant(), objects)));
    }

    private Mono<List<Stored>> told(Tenant tenant, List<StoredObject> objects) {
        List<UUID> moves = objects.stream().flatMap(object -> object.lastMove().stream()).toList();
        Mono<Map<String, ObjectSize>> sizes = stored.sizes(tenant).cache();
        return jobs.allForOperators(tenant.slug(), moves)
                .map(known -> {
                    Map<UUID, JobInfo> byId =
                            known.stream().collect(toMap(JobInfo::id, Function.identity()));
                    return objects.stream()
                            .map(object ->
                                    new Stored(
                                            object,
                                            object.lastMove().map(byId::get).orElse(null),
                                            sizes))
                            .toList();
                });
    }

    Mono<JobInfo> move(Arguments arguments) {
        return tenants.require(arguments.text("tenant"))
                .flatMap(tenant -> move(tenant.tenant(), arguments))
                .flatMap(job -> jobs.findForOperators(arguments.text("tenant"), job));
    }

    private Mono<UUID> move(Tenant tenant, Arguments arguments) {
        String object = arguments.text("object");
        return switch (Home.valueOf(arguments.text("to"))) {
            case DEDICATED -> moves.toDedicated(tenant, object, indexes(arguments));
            case SHARED -> moves.toShared(tenant, object);
        };
    }

    private static List<List<String>> indexes(Arguments arguments) {
        return arguments.list("indexes").stream()
                .map(index -> ((List<?>) index).stream().map(String.class::cast).toList())
                .toList();
    }
}
