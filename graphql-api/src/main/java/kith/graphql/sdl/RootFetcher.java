package kith.graphql.sdl;

import reactor.core.publisher.Mono;

/**
 * Answers a field of {@code Query} or {@code Mutation}.
 *
 * @param <C> who calls
 */
@FunctionalInterface
public interface RootFetcher<C> {

    /**
     * The value, or null where there is none: a record whose accessors are named like the fields of
     * its type, a scalar, or a list of those. Fails with a {@link
     * kith.metadata.problem.ProblemException} whose paths begin at the field's arguments.
     */
    Mono<?> fetch(C caller, Arguments arguments);
}
