package kith.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.server.settings.RequestPlans;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class RequestGateTest {

    private static final RequestPlans PLANS =
            RequestPlans.parse(
                    Map.of(
                            "plan.small.costPerMinute", "100",
                            "plan.small.clientCostPerMinute", "60",
                            "plan.small.concurrent", "2",
                            "tenant.small", "small"));

    private final Totaller others = new Totaller();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final RequestGate gate = new RequestGate(PLANS, others, () -> now);
    private final RequestGate otherNode = new RequestGate(PLANS, others, () -> now);
    private final Caller ada = user("small", 1);
    private final Caller bob = user("small", 1);

    @Test
    void tellsWhatIsLeftOfTheUsersOrTheTenantsMinute() {
        assertThat(gate.spend(ada, 50)).isEqualTo(10);
        assertThat(gate.spend(bob, 45)).isEqualTo(5);
        assertThat(gate.remaining(ada)).isEqualTo(5);
    }

    @Test
    void refusesWhoSpentItsShareAndNobodyElse() {
        gate.spend(ada, 60);
        assertThat(refusal(ada)).isEqualTo(LimitProblem.BUDGET_SPENT);
        assertThat(gate.pass(bob, Mono.just("done")).block()).isEqualTo("done");
    }

    @Test
    void refusesATenantThatSpentItsMinuteAndNoOther() {
        gate.spend(ada, 60);
        gate.spend(bob, 40);
        assertThat(refusal(user("small", 1))).isEqualTo(LimitProblem.BUDGET_SPENT);
        assertThat(gate.pass(user("other", 2), Mono.just("done")).block()).isEqualTo("done");
    }

    @Test
    void forgetsBitByBitWhatWasSpent() {
        gate.spend(ada, 60);
        gate.exchange().block();
        now = now.plusSeconds(60);
        assertThat(gate.remaining(ada)).isZero();
        now = now.plusSeconds(30);
        assertThat(gate.remaining(ada)).isEqualTo(30);
        now = now.plusSeconds(30);
        assertThat(gate.remaining(ada)).isEqualTo(60);
    }

    @Test
    void countsWhatWasSpentOnOtherNodes() {
        otherNode.spend(ada, 59);
        gate.spend(ada, 1);
        otherNode.exchange().block();
        gate.exchange().block();
        assertThat(refusal(ada)).isEqualTo(LimitProblem.BUDGET_SPENT);
    }

    @Test
    void countsNothingTwice() {
        gate.spend(ada, 10);
        gate.exchange().block();
        gate.exchange().block();
        otherNode.spend(ada, 1);
        otherNode.exchange().block();
        assertThat(gate.remaining(ada)).isEqualTo(50);
        assertThat(otherNode.remaining(ada)).isEqualTo(49);
    }

    @Test
    void countsAloneAndForgetsWhileOthersCannotBeTold() {
        others.areAway = true;
        gate.spend(ada, 60);
        gate.exchange().block();
        assertThat(refusal(ada)).isEqualTo(LimitProblem.BUDGET_SPENT);
        now = now.plusSeconds(60);
        gate.exchange().block();
        now = now.plusSeconds(30);
        assertThat(gate.remaining(ada)).isEqualTo(30);
        now = now.plusSeconds(60);
        gate.exchange().block();
        assertThat(gate.remaining(ada)).isEqualTo(60);
        others.areAway = false;
        gate.spend(ada, 5);
        gate.exchange().block();
        assertThat(gate.remaining(ada)).isEqualTo(55);
    }

    @Test
    void letsNoMoreThanSoManyInAtOnce() {
        Disposable first = gate.pass(ada, Mono.never()).subscribe();
        Disposable second = gate.pass(bob, Mono.never()).subscribe();
        assertThat(refusal(ada)).isEqualTo(LimitProblem.TOO_MANY_AT_ONCE);
        first.dispose();
        assertThat(gate.pass(ada, Mono.just("done")).block()).isEqualTo("done");
        second.dispose();
    }

    @Test
    void givesPlacesBackHoweverARequestEnds() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() ->
                            gate.pass(ada, Mono.error(new IllegalStateException("broken")))
                                    .block());
            assertThat(gate.pass(ada, Mono.empty()).blockOptional()).isEmpty();
        }
    }

    @Test
    void countsARequestEvenIfItIsRefusedLater() {
        gate.pass(ada, Mono.empty()).block();
        assertThat(gate.remaining(ada)).isEqualTo(59);
    }

    private ProblemCode refusal(Caller caller) {
        ProblemCode[] code = new ProblemCode[1];
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> gate.pass(caller, Mono.just("done")).block())
                .satisfies(refusal -> code[0] = refusal.problems().getFirst().code());
        return code[0];
    }

    private static Caller user(String slug, int key) {
        Tenant tenant =
                new Tenant(
                        key,
                        slug,
                        slug,
                        TenantStatus.ACTIVE,
                        Currency.getInstance("EUR"),
                        ZoneId.of("UTC"),
                        Locale.ENGLISH);
        return new Caller(tenant, Optional.of(UUID.randomUUID()), false, Caller.Origin.API);
    }

    /** Adds up what all nodes spent, as long as it is there. */
    private static final class Totaller implements SharedSpending {

        private final Map<String, Totals> totals = new HashMap<>();
        private boolean areAway;

        @Override
        public Mono<Map<String, Totals>> exchange(long minute, Map<String, Long> spent) {
            if (areAway) {
                return Mono.error(new IllegalStateException("away"));
            }
            Map<String, Totals> answer = new HashMap<>();
            spent.forEach((name, cost) -> {
                Totals all =
                        plus(totals.getOrDefault(name, new Totals(minute, 0, 0)), minute, cost);
                totals.put(name, all);
                answer.put(name, all);
            });
            return Mono.just(answer);
        }

        private static Totals plus(Totals known, long minute, long cost) {
            if (known.minute() == minute) {
                return new Totals(minute, known.current() + cost, known.previous());
            }
            return new Totals(minute, cost, known.minute() == minute - 1 ? known.current() : 0);
        }
    }
}
