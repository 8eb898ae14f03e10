package kith.runtime.write;

import java.util.List;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.rule.RuleChain;
import kith.runtime.rule.RuleObserver;
import kith.runtime.rule.RuleReach;
import kith.runtime.rule.RuleResult;
import kith.runtime.rule.RuleRun;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleSubject;
import kith.runtime.write.RuleWriting.RuledStages;
import kith.script.meter.Meter;

/**
 * The rules of one transaction: all that run in it share a budget, an observer and what they reach.
 *
 * @param chain the rules that set off the writes of these stages
 */
record RuleRuns(
        WriteScope scope,
        RuleRunner runner,
        Meter meter,
        RuleObserver observer,
        RuleReach reach,
        RuleChain chain) {

    /**
     * The stages of a transaction that rules have a say in.
     *
     * @param user with the rights of whoever writes
     */
    static RuledStages of(
            WriteSession user,
            WrittenRecords written,
            Systemic systemic,
            RuleRunner runner,
            RuleObserver observer,
            RecordIds ids) {
        WriteSession system = user.with(systemic.access());
        Meter meter = runner.meter(user.caller().tenant());
        return new Stages(user.scope(), runner, meter, observer, ids)
                .of(user, RuleChain.NONE, new Sessions(user, written, system, systemic.written()));
    }

    /**
     * What serves rules that have all rights.
     *
     * @param written what they read
     */
    record Systemic(Access access, WrittenRecords written) {}

    private record Sessions(
            WriteSession user,
            WrittenRecords readByUser,
            WriteSession system,
            WrittenRecords readBySystem) {}

    private record Stages(
            WriteScope scope,
            RuleRunner runner,
            Meter meter,
            RuleObserver observer,
            RecordIds ids) {

        RuledStages of(WriteSession session, RuleChain chain, Sessions sessions) {
            RuleReach reach =
                    new RuleReach(
                            side(sessions.user(), sessions.readByUser(), sessions),
                            side(sessions.system(), sessions.readBySystem(), sessions));
            RuleStage rules =
                    new RuleStage(
                            session, new RuleRuns(scope, runner, meter, observer, reach, chain));
            SaveStage saves = new SaveStage(session, rules, ids);
            return new RuledStages(
                    saves,
                    new Removal(session, ids, rules),
                    new ButtonStage(session, rules, saves));
        }

        private RuleReach.Side side(
                WriteSession session, WrittenRecords written, Sessions sessions) {
            return new RuleReach.Side(
                    new RuleRecords(session, written),
                    new RuleWriting(session, ids, chain -> of(session, chain, sessions)));
        }
    }

    RuleResult run(ObjectType object, Moment moment, List<RuleSubject> subjects) {
        return runner.run(
                new RuleRun(
                        scope.caller().tenant(),
                        scope.catalog(),
                        object,
                        moment,
                        scope.now(),
                        meter,
                        reach,
                        chain,
                        observer),
                subjects);
    }

    void perform(List<RuleResult.Deferred> deferred) {
        runner.perform(scope.caller().tenant(), meter, deferred);
    }
}
