package kith.metadata.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.codec.YamlDocuments.YamlDocument;
import kith.metadata.field.Inverse;
import kith.metadata.name.Plurals;
import kith.metadata.name.Words;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads whole files of components. */
public final class ComponentFiles {

    private ComponentFiles() {}

    /**
     * The components of a YAML file in their order.
     *
     * @throws ProblemException with all that is wrong, each with the file and the line in which its
     *     document begins
     */
    public static List<Component> read(String file, String yaml, ComponentIds ids) {
        List<YamlDocument> sources = YamlDocuments.read(file, yaml);
        Map<String, Inverse> lists = listsOf(sources.stream().map(YamlDocument::document).toList());
        DecodeContext context =
                new DecodeContext(ids, object -> Optional.ofNullable(lists.get(object)));
        ComponentDocuments documents = new ComponentDocuments();
        List<Component> components = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (YamlDocument source : sources) {
            switch (documents.decode(source.document(), source.path(), context)) {
                case Decoded.Sound(Component component) -> components.add(component);
                case Decoded.Faulty(var reasons) -> problems.addAll(reasons);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return components;
    }

    /** The plural names and labels of the objects among the documents, by the object's name. */
    private static Map<String, Inverse> listsOf(List<JsonNode> documents) {
        Map<String, Inverse> lists = new HashMap<>();
        for (JsonNode document : documents) {
            String name = document.path("name").asString("");
            if (document.path("kind").asString("").equals("Object") && !name.isEmpty()) {
                String label = document.path("label").asString(Words.label(name));
                lists.put(
                        name,
                        new Inverse(
                                document.path("pluralName").asString(Plurals.rootOf(name)),
                                document.path("pluralLabel").asString(Plurals.of(label))));
            }
        }
        return lists;
    }
}
