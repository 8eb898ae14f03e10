package kith.runtime.sql;

import java.util.Optional;
import java.util.function.Function;

/** SQL for a value that changes from use to use; renders like its sample. */
record SqlOpen(String name, Sql sample, Function<Object, Optional<Sql>> rendering) implements Sql {}
