package kith.graphql.reference.write;

import java.util.function.BiConsumer;
import kith.graphql.reference.generate.Request;
import tools.jackson.databind.JsonNode;

/**
 * A mutation.
 *
 * @param effect what the guides say that it does; it is given the engine's data, which has the ids
 *     that the engine made up, or nothing where it refused
 */
record Step(Request request, BiConsumer<WriteModel, JsonNode> effect) {}
