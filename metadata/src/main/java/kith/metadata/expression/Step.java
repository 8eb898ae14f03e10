package kith.metadata.expression;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.RecordHome;

/**
 * The way over a reference to the record behind it.
 *
 * @param target name of the object whose record is reached
 * @param key the integer that stands for that object in tables
 * @param home where its records lie
 */
public record Step(Field reference, String target, int key, RecordHome home) {}
