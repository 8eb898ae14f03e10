package kith.runtime.word;

/**
 * A word of a text as it is compared.
 *
 * @param form without case and accents
 * @param at its first character in the text, counted from 1 in code points
 * @param until the first character behind it
 */
public record Word(String form, int at, int until) {}
