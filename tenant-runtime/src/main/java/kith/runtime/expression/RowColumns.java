package kith.runtime.expression;

import kith.runtime.sql.Sql;

/** Gives the columns of one row of a table of records by their names. */
@FunctionalInterface
public interface RowColumns {

    Sql column(String name);
}
