package kith.server.assembly;

import java.time.Clock;
import kith.graphql.data.DataEndpoint;
import kith.graphql.share.Sharing;
import kith.graphql.trace.Insight;
import kith.graphql.trace.Segments;
import kith.runtime.access.Access;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.runtime.rule.RuleRunner;
import kith.runtime.share.AccessReasons;
import kith.runtime.share.RecordShares;
import kith.runtime.sql.Database;
import kith.runtime.trace.RuleLog;
import kith.runtime.trace.RunKeeper;
import kith.runtime.write.FieldOrigins;
import kith.runtime.write.RuleTrials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How rules work and what they did, for those who want to know. */
@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

    @Bean
    RuleTrials ruleTrials(
            Database database,
            Access access,
            GroovyRuleCompiler compiler,
            RuleRunner runner,
            Clock clock) {
        return new RuleTrials(database, access, compiler, runner, clock);
    }

    @Bean
    Sharing sharing(Database database, Access access, Clock clock) {
        return new Sharing(new RecordShares(database, access, clock), new AccessReasons(database));
    }

    @Bean
    Insight insight(
            Database database,
            Access access,
            RunKeeper keeper,
            RuleTrials trials,
            DataEndpoint data,
            Clock clock) {
        return new Insight(
                new RuleLog(database, keeper),
                new FieldOrigins(database, access, clock),
                trials,
                new Segments(data));
    }
}
