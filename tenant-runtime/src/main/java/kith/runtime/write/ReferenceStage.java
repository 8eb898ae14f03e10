package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.ObjectType;
import kith.runtime.write.CoercedRecord.CoercedRelated;
import kith.runtime.write.CoercedRecord.WantedLink;
import kith.runtime.write.CoercedRecord.WantedRecord;
import kith.runtime.write.CoercedRecord.WantedReference;
import kith.runtime.write.Draft.LinkChange;
import kith.runtime.write.ReferenceResolver.Pointed;
import kith.runtime.write.ResolvedRecord.Named;
import kith.runtime.write.ResolvedRecord.ResolvedRelated;
import org.jspecify.annotations.Nullable;

/**
 * Puts ids in the place of the references of a batch and of all records that come with it: one
 * statement, however deep they lie.
 */
final class ReferenceStage {

    private final WriteSession session;
    private final ReferenceResolver resolver;
    private final Violations violations;

    private ReferenceStage(WriteSession session, Violations violations) {
        this.session = session;
        this.resolver = new ReferenceResolver(session);
        this.violations = violations;
    }

    /** The records with every reference found; those not found become violations. */
    static List<ResolvedRecord> resolve(
            WriteSession session,
            ObjectType object,
            List<CoercedRecord> records,
            Violations violations) {
        ReferenceStage stage = new ReferenceStage(session, violations);
        records.forEach(record -> stage.want(object, record));
        stage.resolver.lookUp();
        return records.stream().map(stage::resolved).toList();
    }

    private void want(ObjectType object, CoercedRecord record) {
        record.id().ifPresent(id -> resolver.arrives(object.key(), id));
        record.references().forEach(reference -> resolver.want(reference.target()));
        record.links().forEach(link -> resolver.want(link.target()));
        for (CoercedRelated related : record.related()) {
            ObjectType other = session.catalog().require(related.relation().target());
            related.create().forEach(created -> want(other, created));
            related.named().forEach(named -> resolver.want(named.target()));
        }
    }

    private ResolvedRecord resolved(CoercedRecord record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record.values());
        Set<String> failed = new HashSet<>(record.failed());
        for (WantedReference wanted : record.references()) {
            Optional<Pointed> found = resolver.find(wanted.target(), wanted.field());
            if (found.isPresent()) {
                values.putAll(Pointers.to(found.get(), wanted.field()));
            } else {
                failed.add(wanted.field().name());
                violations.add(resolver.notFound(wanted.target(), wanted.field(), wanted.path()));
            }
        }
        List<LinkChange> links = new ArrayList<>();
        for (WantedLink wanted : record.links()) {
            resolver.find(wanted.target(), wanted.field())
                    .ifPresentOrElse(
                            found ->
                                    links.add(
                                            new LinkChange(
                                                    wanted.field(),
                                                    found.id(),
                                                    wanted.isConnect())),
                            () ->
                                    violations.add(
                                            resolver.notFound(
                                                    wanted.target(),
                                                    wanted.field(),
                                                    wanted.path())));
        }
        return new ResolvedRecord(
                record.id(),
                values,
                links,
                record.related().stream().map(this::resolved).toList(),
                record.outdated(),
                failed,
                record.path());
    }

    private ResolvedRelated resolved(CoercedRelated related) {
        ObjectType other = session.catalog().require(related.relation().target());
        return new ResolvedRelated(
                related.relation(),
                related.create().stream().map(this::resolved).toList(),
                named(related.connect(), other),
                named(related.disconnect(), other),
                related.set().map(records -> named(records, other)),
                related.path());
    }

    private List<Named> named(List<WantedRecord> records, ObjectType object) {
        List<Named> named = new ArrayList<>(records.size());
        for (WantedRecord wanted : records) {
            resolver.find(wanted.target(), object)
                    .ifPresentOrElse(
                            id -> named.add(new Named(id, wanted.path())),
                            () ->
                                    violations.add(
                                            ReferenceResolver.notFound(
                                                    wanted.target(),
                                                    object.name(),
                                                    wanted.path())));
        }
        return named;
    }
}
