package kith.metadata.catalog;

/** What computes the values of a field, bound to the fields that it reads. */
public interface Formula {}
