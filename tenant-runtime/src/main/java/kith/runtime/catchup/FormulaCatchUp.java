package kith.runtime.catchup;

import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.runtime.access.Caller;
import kith.runtime.job.Jobs;
import kith.runtime.sql.Session;
import reactor.core.publisher.Mono;

/**
 * What a job is about.
 *
 * @param field the id of the field with the stored formula
 * @param name its name when the job was made, for people
 */
public record FormulaCatchUp(UUID field, String name) {

    /** The permanent name of the kind of job. */
    static final String KIND = "formula.compute";

    static FormulaCatchUp of(Field field) {
        return new FormulaCatchUp(field.id(), field.object() + "." + field.name());
    }

    /** Adds the job, which leaves its mark where it ends without success. */
    Mono<UUID> enqueue(Jobs jobs, Session session, Caller caller) {
        return jobs.enqueue(session, caller, KIND, true, this);
    }
}
