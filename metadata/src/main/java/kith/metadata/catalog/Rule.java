package kith.metadata.catalog;

import kith.metadata.RuleDefinition;

/** A rule with its script compiled. */
public record Rule(RuleDefinition definition, RuleProgram program) {}
