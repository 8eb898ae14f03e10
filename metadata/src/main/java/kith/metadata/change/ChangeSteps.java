package kith.metadata.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.codec.DecodeContext;
import kith.metadata.codec.Decoded;
import kith.metadata.field.Inverse;
import kith.metadata.name.Nearest;
import kith.metadata.name.Plurals;
import tools.jackson.databind.JsonNode;

/** Carries the changes of a request out on the components: renames, removals, then puts. */
final class ChangeSteps {

    private final Catalog current;
    private final ComponentSet components;
    private final ComponentDocuments documents;
    private final DocumentCompletion completion;
    private final Admission admission;
    private final ComponentIds ids;
    private final Author author;
    private final ChangeProblems problems;
    private final Set<UUID> put = new HashSet<>();
    private boolean hasFaultyObject;

    ChangeSteps(
            CatalogState state,
            ComponentSet components,
            ComponentDocuments documents,
            ComponentIds ids,
            Author author,
            ChangeProblems problems) {
        this.current = state.catalog();
        this.components = components;
        this.documents = documents;
        this.completion = new DocumentCompletion(documents, components);
        this.admission = new Admission(state, components, problems);
        this.ids = ids;
        this.author = author;
        this.problems = problems;
    }

    void apply(List<ComponentChange> changes) {
        DecodeContext context = new DecodeContext(ids, this::list);
        of(changes, ComponentChange.Rename.class).forEach(this::rename);
        of(changes, ComponentChange.Remove.class).forEach(this::remove);
        for (ComponentKind kind : ComponentKind.values()) {
            changes.stream()
                    .filter(change -> kindOf(change).equals(Optional.of(kind)))
                    .forEach(change -> put(change, context));
        }
        changes.stream()
                .filter(change -> kindOf(change).isEmpty())
                .forEach(change -> put(change, context));
    }

    /** Whether the document of an object was faulty, so that its parts find no object. */
    boolean hasFaultyObject() {
        return hasFaultyObject;
    }

    private void rename(ComponentChange.Rename rename) {
        find(rename.component())
                .ifPresent(component -> {
                    Component renamed = renamed(component, rename);
                    if (isTenants(component)) {
                        components.put(renamed);
                    }
                });
    }

    private static Component renamed(Component component, ComponentChange.Rename rename) {
        return switch (component) {
            case ObjectDefinition object ->
                    object.named(
                            rename.to(),
                            rename.pluralTo().orElseGet(() -> Plurals.rootOf(rename.to())));
            case FieldDefinition field -> field.named(rename.to());
            case RuleDefinition rule -> rule.named(rename.to());
            case ValidationDefinition validation -> validation.named(rename.to());
            case PermissionSetDefinition set -> set.named(rename.to());
        };
    }

    private void remove(ComponentChange.Remove remove) {
        boolean isGone =
                components.find(remove.component()).isEmpty()
                        && current.components().stream()
                                .anyMatch(one -> one.ref().equals(remove.component()));
        if (!isGone) {
            find(remove.component()).filter(this::isTenants).ifPresent(components::remove);
        }
    }

    /** Packages rename and remove their own components. */
    private boolean isTenants(Component component) {
        boolean isAllowed = author == Author.PLATFORM || component.packageName().isEmpty();
        if (!isAllowed) {
            problems.add(
                    component,
                    ChangeRefusal.PACKAGE_COMPONENT,
                    "%s belongs to the package %s"
                            .formatted(component.ref(), component.packageName().orElse("")),
                    "Give it another label, or mark it as deprecated.");
        }
        return isAllowed;
    }

    private void put(ComponentChange change, DecodeContext context) {
        switch (change) {
            case ComponentChange.PutDocument(JsonNode document, List<Object> path) ->
                    decode(document, path, context)
                            .ifPresent(component -> put(component, path, true));
            case ComponentChange.Put(Component component) ->
                    put(component, List.of(component.ref().toString()), false);
            case ComponentChange.Remove _, ComponentChange.Rename _ -> {}
        }
    }

    private Optional<Component> decode(
            JsonNode document, List<Object> path, DecodeContext context) {
        Optional<ComponentRef> ref = DocumentCompletion.ref(document);
        if (ref.filter(one -> SystemGuard.isOfSystem(current, one)).isPresent()) {
            SystemGuard.refuse(ref.get(), problems, path);
            return Optional.empty();
        }
        JsonNode complete =
                completion
                        .replaced(document)
                        .map(replaced -> completion.complete(document, replaced))
                        .orElse(document);
        return switch (documents.decode(complete, path, context)) {
            case Decoded.Sound(Component component) -> Optional.of(component);
            case Decoded.Faulty(var reasons) -> {
                reasons.forEach(problems::add);
                hasFaultyObject =
                        hasFaultyObject
                                || ref.filter(one -> one.kind() == ComponentKind.OBJECT)
                                        .isPresent();
                yield Optional.empty();
            }
        };
    }

    /**
     * @param isDocument whether the component was read from a document, whose author may not know
     *     where its values live
     */
    private void put(Component component, List<Object> path, boolean isDocument) {
        Optional<Component> existing =
                components.find(component.id()).or(() -> components.find(component.ref()));
        problems.place(component.id(), path);
        if (!put.add(component.id())) {
            problems.add(
                    ChangeRefusal.DUPLICATE_COMPONENT,
                    component.ref() + " stands in the request twice",
                    Optional.empty(),
                    path);
        }
        admitted(component, existing, isDocument)
                .filter(one -> hasIdOf(existing, one))
                .ifPresent(components::put);
    }

    private Optional<Component> admitted(
            Component component, Optional<Component> existing, boolean isDocument) {
        return switch (author) {
            case TENANT -> admission.byTenant(component, existing);
            case PLATFORM ->
                    isDocument ? admission.byPlatform(component, existing) : Optional.of(component);
        };
    }

    private boolean hasIdOf(Optional<Component> existing, Component component) {
        boolean isSame = existing.map(one -> one.id().equals(component.id())).orElse(true);
        if (!isSame) {
            problems.add(
                    component,
                    ChangeRefusal.IMMUTABLE,
                    "%s is already there with another id".formatted(component.ref()),
                    "Leave `id` out to change it, or choose another name.",
                    "id");
        }
        return isSame;
    }

    private Optional<Component> find(ComponentRef ref) {
        List<Object> path = List.of(ref.toString());
        if (SystemGuard.isOfSystem(current, ref)) {
            SystemGuard.refuse(ref, problems, path);
            return Optional.empty();
        }
        Optional<Component> found = components.find(ref);
        if (found.isEmpty()) {
            problems.add(
                    ChangeRefusal.UNKNOWN_COMPONENT,
                    "There is no " + ref,
                    Nearest.hint(ref.name(), namesBeside(ref)),
                    path);
        }
        return found;
    }

    private List<String> namesBeside(ComponentRef ref) {
        return components.all().stream()
                .map(Component::ref)
                .filter(one -> one.kind() == ref.kind() && one.object().equals(ref.object()))
                .map(ComponentRef::name)
                .toList();
    }

    /** The plural names of objects as they are by now: objects are put before their fields. */
    private Optional<Inverse> list(String object) {
        return components
                .find(ComponentRef.object(object))
                .filter(ObjectDefinition.class::isInstance)
                .map(ObjectDefinition.class::cast)
                .or(() -> current.object(object).map(ObjectType::definition))
                .map(known -> new Inverse(known.pluralName(), known.pluralLabel()));
    }

    private static Optional<ComponentKind> kindOf(ComponentChange change) {
        return switch (change) {
            case ComponentChange.PutDocument(JsonNode document, var _) ->
                    DocumentCompletion.ref(document).map(ComponentRef::kind);
            case ComponentChange.Put(Component component) -> Optional.of(component.kind());
            case ComponentChange.Remove _, ComponentChange.Rename _ -> Optional.empty();
        };
    }

    private static <C extends ComponentChange> Stream<C> of(
            List<ComponentChange> changes, Class<C> type) {
        return changes.stream().filter(type::isInstance).map(type::cast);
    }
}
