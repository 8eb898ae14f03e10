package kith.server.operator;

import java.util.List;
import java.util.UUID;
import kith.graphql.sdl.Arguments;
import kith.runtime.job.JobInfo;
import kith.runtime.job.Jobs;
import kith.runtime.move.ObjectMoves;
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

    /** An object as the API shows it. */
    record Stored(
            String name,
            String label,
            Home home,
            @Nullable UUID job,
            double records,
            double bytes,
            List<List<String>> indexes) {
        static Stored of(StoredObject object) {
            return new Stored(
                    object.name(),
                    object.label(),
                    object.isDedicated() ? Home.DEDICATED : Home.SHARED,
                    object.job().orElse(null),
                    object.records(),
                    object.bytes(),
                    object.indexes());
        }
    }

    Mono<List<Stored>> list(Arguments arguments) {
        return tenants.require(arguments.text("tenant"))
                .flatMap(tenant -> stored.of(tenant.tenant()))
                .map(objects -> objects.stream().map(Stored::of).toList());
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
