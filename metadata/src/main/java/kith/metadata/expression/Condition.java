package kith.metadata.expression;

import kith.metadata.catalog.Formula;

/** Computes whether something holds. */
public record Condition(Expression expression) implements Formula {}
