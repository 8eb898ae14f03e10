package kith.runtime.read;

import kith.runtime.expression.RowColumns;

/** Gives the columns of one row of the record table. */
@FunctionalInterface
interface Columns extends RowColumns {}
