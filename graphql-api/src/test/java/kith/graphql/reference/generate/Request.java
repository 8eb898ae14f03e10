package kith.graphql.reference.generate;

/**
 * A request as it is sent.
 *
 * @param variables a JSON object
 */
public record Request(String text, String variables) {}
