package kith.runtime.search;

import java.util.UUID;

/**
 * A row of the table of words.
 *
 * @param place what stands for the field
 * @param weight 0 in the name, 1 elsewhere
 */
record WordRow(UUID record, String word, UUID place, int weight, int at, int until) {}
