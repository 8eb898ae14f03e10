package kith.runtime.rule;

import java.time.Instant;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.tenant.Tenant;
import kith.script.meter.Meter;

/**
 * One moment of a write at which rules run.
 *
 * @param now the moment of the write
 * @param meter the budget that all rules of the write share
 * @param reach the records beyond those of the write
 * @param chain the rules that set off this write; empty for that of the request
 * @param observer is told of each run of a rule
 */
public record RuleRun(
        Tenant tenant,
        Catalog catalog,
        ObjectType object,
        Moment moment,
        Instant now,
        Meter meter,
        RuleReach reach,
        RuleChain chain,
        RuleObserver observer) {}
