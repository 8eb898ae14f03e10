package kith.metadata.codec;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads files of several documents, separated by {@code ---}. */
public final class YamlDocuments {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private YamlDocuments() {}

    /**
     * A document of a file.
     *
     * @param path the file's name with the line in which the document begins, e.g. {@code
     *     Account.yaml:12}
     */
    public record YamlDocument(JsonNode document, List<Object> path) {
        public YamlDocument {
            path = List.copyOf(path);
        }
    }

    /**
     * All documents in their order; empty ones are passed over.
     *
     * @throws ProblemException DOCUMENT_UNREADABLE with the line, where the text is no YAML
     */
    public static List<YamlDocument> read(String file, String text) {
        List<YamlDocument> documents = new ArrayList<>();
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                int line = parser.currentTokenLocation().getLineNr();
                boolean isEmpty = parser.currentToken() == JsonToken.VALUE_NULL;
                JsonNode document = YAML.readTree(parser);
                if (!isEmpty) {
                    documents.add(new YamlDocument(document, List.of(file + ":" + line)));
                }
            }
            return documents;
        } catch (JacksonException unreadable) {
            throw new ProblemException(
                    Problem.of(DocumentProblem.DOCUMENT_UNREADABLE, unreadable.getOriginalMessage())
                            .at(file + ":" + unreadable.getLocation().getLineNr()),
                    unreadable);
        }
    }
}
