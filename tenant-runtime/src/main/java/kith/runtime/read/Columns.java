package kith.runtime.read;

import kith.runtime.sql.Sql;

/** Gives the columns of one row of the record table. */
@FunctionalInterface
interface Columns {

    Sql column(String name);
}
