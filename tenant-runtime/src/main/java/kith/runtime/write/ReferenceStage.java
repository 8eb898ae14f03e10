package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.write.CoercedRecord.WantedLink;
import kith.runtime.write.CoercedRecord.WantedReference;
import kith.runtime.write.Draft.LinkChange;
import org.jspecify.annotations.Nullable;

/** Puts ids in the place of the references of a batch. */
final class ReferenceStage {

    private ReferenceStage() {}

    /** The records with every reference found; those not found become violations. */
    static List<ResolvedRecord> resolve(
            WriteSession session,
            ObjectType object,
            List<CoercedRecord> records,
            Violations violations) {
        ReferenceResolver resolver = new ReferenceResolver(session);
        for (CoercedRecord record : records) {
            record.id().ifPresent(id -> resolver.arrives(object.key(), id));
            record.references().forEach(reference -> resolver.want(reference.target()));
            record.links().forEach(link -> resolver.want(link.target()));
        }
        resolver.lookUp();
        List<ResolvedRecord> resolved = new ArrayList<>(records.size());
        for (CoercedRecord record : records) {
            resolved.add(resolved(resolver, record, violations));
        }
        return resolved;
    }

    private static ResolvedRecord resolved(
            ReferenceResolver resolver, CoercedRecord record, Violations violations) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record.values());
        Set<String> failed = new HashSet<>(record.failed());
        for (WantedReference wanted : record.references()) {
            Optional<UUID> id = resolver.find(wanted.target(), wanted.field());
            if (id.isPresent()) {
                values.put(wanted.field().name(), id.get());
            } else {
                failed.add(wanted.field().name());
                violations.add(
                        ReferenceResolver.notFound(wanted.target(), wanted.field(), wanted.path()));
            }
        }
        List<LinkChange> links = new ArrayList<>();
        for (WantedLink wanted : record.links()) {
            resolver.find(wanted.target(), wanted.field())
                    .ifPresentOrElse(
                            id -> links.add(new LinkChange(wanted.field(), id, wanted.isConnect())),
                            () ->
                                    violations.add(
                                            ReferenceResolver.notFound(
                                                    wanted.target(),
                                                    wanted.field(),
                                                    wanted.path())));
        }
        return new ResolvedRecord(
                record.id(), values, links, record.outdated(), failed, record.path());
    }
}
