package kith.graphql.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.graphql.data.Subscriptions;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.stream.EventReader.Headline;
import reactor.core.publisher.Mono;

/** Sees to it that whoever listens may still listen, with the rights that it has by now. */
final class ListenerChecks {

    /** Longer than callers are remembered. */
    private static final Duration UNTIL_FORGOTTEN = Duration.ofSeconds(1);

    private final Subscriptions binding;

    ListenerChecks(Subscriptions binding) {
        this.binding = binding;
    }

    /** Checks those whose time has come. */
    void checkDue(Collection<LiveSubscription> open, long now) {
        for (LiveSubscription each : open) {
            if (each.checks().isCallerDue(now)) {
                check(each, each.request().sender().caller());
            } else if (each.checks().isSignInDue(now)) {
                each.request()
                        .sender()
                        .signedIn()
                        .subscribe(_ -> {}, failure -> end(each, failure));
            }
        }
    }

    /** Who was deactivated or has other rights is a change in the stream like any other. */
    void checkChanged(Collection<LiveSubscription> open, List<Headline> headlines) {
        Set<UUID> changed = headlines.stream().map(Headline::record).collect(Collectors.toSet());
        boolean isOfRights =
                headlines.stream()
                        .anyMatch(each -> each.object() == SystemObjects.PERMISSION_ASSIGNMENT_KEY);
        for (LiveSubscription each : open) {
            if (isOfRights || each.caller().user().filter(changed::contains).isPresent()) {
                checkSoon(each);
            }
        }
    }

    /** After a change of the metadata, which may be one of what permission sets say. */
    void checkAll(Collection<LiveSubscription> open) {
        open.forEach(this::checkSoon);
    }

    private void checkSoon(LiveSubscription subscription) {
        check(
                subscription,
                Mono.delay(UNTIL_FORGOTTEN)
                        .then(Mono.defer(() -> subscription.request().sender().caller())));
    }

    private void check(LiveSubscription subscription, Mono<Caller> again) {
        again.filter(caller -> !caller.equals(subscription.caller()))
                .flatMap(caller ->
                        binding.bindAtLeast(
                                caller,
                                subscription.request().request(),
                                subscription.bound().catalog().version()))
                .subscribe(subscription::rebindLater, failure -> end(subscription, failure));
    }

    /** What cannot be found out now is found out the next time. */
    private static void end(LiveSubscription subscription, Throwable failure) {
        if (isFinal(failure)) {
            subscription.fail(failure);
        }
    }

    /** Whether it would be refused again. */
    static boolean isFinal(Throwable failure) {
        return !(failure instanceof ProblemException problem)
                || switch (problem.problems().getFirst().code().kind()) {
                    case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND -> true;
                    case CONFLICT, LIMIT, UNAVAILABLE, INTERNAL -> false;
                };
    }
}
