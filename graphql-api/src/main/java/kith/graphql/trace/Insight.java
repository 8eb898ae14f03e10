package kith.graphql.trace;

import kith.runtime.trace.RuleLog;
import kith.runtime.write.FieldOrigins;
import kith.runtime.write.RuleTrials;

/** What tells administrators and members how rules work. */
public record Insight(RuleLog log, FieldOrigins origins, RuleTrials trials, Segments segments) {}
