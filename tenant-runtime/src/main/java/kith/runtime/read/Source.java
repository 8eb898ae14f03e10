package kith.runtime.read;

import kith.metadata.catalog.ObjectType;
import kith.runtime.access.RowFilter;

/**
 * The records of an object that the caller may know of.
 *
 * @param withDeleted whether those in the bin are among them
 */
record Source(ObjectType object, RowFilter rows, boolean withDeleted) {}
