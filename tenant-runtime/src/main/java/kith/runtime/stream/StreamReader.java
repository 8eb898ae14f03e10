package kith.runtime.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.member.Visitor;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadTemplate;
import kith.runtime.read.RecordReader;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/**
 * Reads by another reader; where the stream of changes is asked for, everything committed by now is
 * ordered before, and the cursors are those of this stream.
 */
public final class StreamReader implements RecordReader {

    private final RecordReader reader;
    private final Sequencer sequencer;

    public StreamReader(RecordReader reader, Sequencer sequencer) {
        this.reader = reader;
        this.sequencer = sequencer;
    }

    @Override
    public Mono<byte[]> read(Caller caller, Catalog catalog, ReadRequest request) {
        List<ReadRequest.Changes> changes =
                request.roots().stream()
                        .filter(ReadRequest.Changes.class::isInstance)
                        .map(ReadRequest.Changes.class::cast)
                        .toList();
        return changes.isEmpty()
                ? reader.read(caller, catalog, request)
                : sequencer
                        .order(TenantExpectation.of(caller))
                        .doOnNext(state -> check(changes, state))
                        .then(Mono.defer(() -> reader.read(caller, catalog, request)));
    }

    @Override
    public String planKey(Caller caller) {
        return reader.planKey(caller);
    }

    /**
     * What asks for the stream of changes is read in two steps, of which a template is only one.
     */
    @Override
    public Optional<ReadTemplate> template(
            Caller caller, Catalog catalog, ReadTemplate.Trial one, ReadTemplate.Trial other) {
        boolean isOfChanges =
                one.request().roots().stream().anyMatch(ReadRequest.Changes.class::isInstance);
        return isOfChanges ? Optional.empty() : reader.template(caller, catalog, one, other);
    }

    @Override
    public Optional<Mono<byte[]>> read(
            Visitor visitor, Catalog catalog, ReadTemplate template, ReadTemplate.Given given) {
        return reader.read(visitor, catalog, template, given);
    }

    private static void check(List<ReadRequest.Changes> changes, StreamState state) {
        List<Problem> problems = new ArrayList<>();
        for (ReadRequest.Changes each : changes) {
            each.after()
                    .flatMap(state::refusal)
                    .ifPresent(problem -> problems.add(problem.at(each.key(), "after")));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
