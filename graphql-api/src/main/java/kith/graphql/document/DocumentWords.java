package kith.graphql.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every word that a request says, wherever it stands: a catalog's object that none of them leads to
 * is not touched by it.
 *
 * @param roots the fields at the first level of its operations and of all its fragments
 * @param words of the document and its variables, these included
 * @param mutates whether one of its operations is a mutation
 * @param subscribes whether one of its operations is a subscription
 */
public record DocumentWords(
        Set<String> roots, Set<String> words, boolean mutates, boolean subscribes) {

    private static final Pattern WORD = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    public DocumentWords {
        roots = Set.copyOf(roots);
        words = Set.copyOf(words);
    }

    /** The words of a document that has this text, and of values for its variables. */
    public static DocumentWords of(
            Document document, String text, Map<String, @Nullable Object> variables) {
        Set<String> roots = new HashSet<>();
        Set<OperationDefinition.Operation> kinds =
                EnumSet.noneOf(OperationDefinition.Operation.class);
        for (OperationDefinition operation :
                document.getDefinitionsOfType(OperationDefinition.class)) {
            kinds.add(operation.getOperation());
            addFields(operation.getSelectionSet(), roots);
        }
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> addFragment(fragment, roots));
        Set<String> words = new HashSet<>();
        add(variables, words);
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        return new DocumentWords(
                roots,
                words,
                kinds.contains(OperationDefinition.Operation.MUTATION),
                kinds.contains(OperationDefinition.Operation.SUBSCRIPTION));
    }

    /**
     * Whether values of variables name any of these: as a member's name, or as a whole text, for
     * that is how an element of a path is given.
     */
    public static boolean isNamed(@Nullable Object value, Set<String> names) {
        return switch (value) {
            case Map<?, ?> object -> isNamed(object, names);
            case Collection<?> list -> {
                for (Object element : list) {
                    if (isNamed(element, names)) {
                        yield true;
                    }
                }
                yield false;
            }
            case String text -> names.contains(text);
            case null, default -> false;
        };
    }

    private static boolean isNamed(Map<?, ?> object, Set<String> names) {
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (isNamed(member.getKey(), names) || isNamed(member.getValue(), names)) {
                return true;
            }
        }
        return false;
    }

    /** A fragment may be one of root fields. */
    private static void addFragment(FragmentDefinition fragment, Set<String> roots) {
        if (Set.of("Query", "Mutation", "Subscription")
                .contains(fragment.getTypeCondition().getName())) {
            addFields(fragment.getSelectionSet(), roots);
        }
    }

    private static void addFields(SelectionSet selections, Set<String> roots) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                roots.add(field.getName());
            } else if (selection instanceof InlineFragment fragment) {
                addFields(fragment.getSelectionSet(), roots);
            }
        }
    }

    private static void add(@Nullable Object value, Set<String> words) {
        switch (value) {
            case Map<?, ?> object ->
                    object.forEach((key, member) -> {
                        add(key, words);
                        add(member, words);
                    });
            case Collection<?> list -> list.forEach(element -> add(element, words));
            case String text when WORD.matcher(text).matches() -> words.add(text);
            case null, default -> {}
        }
    }
}
