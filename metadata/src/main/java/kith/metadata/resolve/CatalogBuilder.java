package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.CatalogContent;
import kith.metadata.catalog.FieldDefault;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.StorageAssigner;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.catalog.Validation;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.name.ReservedNames;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/**
 * Makes catalogs of components: checks everything, gives keys and storage to what has none, binds
 * references and compiles rules. Scripts are compiled only once everything else is sound. Compiled
 * rules are kept, so that the next catalog with the same ones is made quickly; and catalogs share
 * the components and the objects in which they are equal.
 */
public final class CatalogBuilder {

    private final StorageAssigner storage;
    private final RuleCompiler rules;
    private final SharedParts shared = new SharedParts();
    private final Fingerprint fingerprint = new Fingerprint(new ComponentDocuments());

    public CatalogBuilder(StorageAssigner storage, RuleCompiler rules) {
        this.storage = storage;
        this.rules = new RuleProgramCache(rules);
    }

    /**
     * The catalog of these components.
     *
     * @throws ProblemException if they make none; each path begins with the component it is about
     */
    public static Catalog build(
            List<Component> components, StorageAssigner storage, RuleCompiler rules) {
        return required(new CatalogBuilder(storage, rules).resolve(CatalogSource.of(components)));
    }

    /** The catalog, or all that stands in its way. */
    public Resolution resolve(CatalogSource source) {
        Findings findings = new Findings();
        ObjectKeys keys = new ObjectKeys(source.nextObjectKey(), findings);
        List<Component> keyed = keys.assign(source.components());
        check(keyed, findings);
        List<Component> bound = new StorageBinding(storage, source.retired(), findings).bind(keyed);
        if (!findings.isEmpty()) {
            return new Resolution.Refused(findings.all());
        }
        CatalogSource assigned =
                new CatalogSource(
                        source.version(),
                        bound,
                        source.retired(),
                        keys.next(),
                        source.broken(),
                        source.homes(),
                        source.stale());
        return bind(
                assigned,
                rule -> source.broken().contains(rule.id()),
                findings::addFormula,
                findings::addIndexed,
                findings::addRollUp,
                findings::addValidation,
                findings::addFieldExpression,
                findings);
    }

    /**
     * The catalog of components that were checked when they came in; what is checked today may be
     * stricter and does not matter: a rule that is refused by now is broken, and the rest of the
     * catalog serves.
     *
     * @throws ProblemException if they can no longer be bound
     */
    public Catalog restore(CatalogSource source) {
        return required(
                bind(
                        source,
                        rule -> true,
                        (field, error) -> {},
                        (field, error) -> {},
                        (field, property, error) -> {},
                        (validation, property, error) -> {},
                        (field, property, error) -> {},
                        new Findings()));
    }

    /** The problems of a script in the world of a catalog, whether or not its rule is active. */
    public RuleCompiler.Compilation compile(RuleDefinition rule, Catalog catalog) {
        return rules.compile(rule, catalog.objects());
    }

    private Resolution bind(
            CatalogSource source,
            Predicate<RuleDefinition> mayBeBroken,
            FormulaBinding.Refusals formulas,
            FormulaBinding.Refusals indexes,
            RollUpBinding.Refusals summaries,
            ValidationBinding.Refusals conditions,
            DefaultBinding.Refusals unfit,
            Findings findings) {
        List<Component> components = shared.components(source.components());
        Dictionary dictionary = new Dictionary(components);
        CatalogBinding binding = new CatalogBinding(dictionary, source.homes(), formulas);
        if (!findings.isEmpty()) {
            return new Resolution.Refused(findings.all());
        }
        List<ObjectType> plain = binding.objects(Map.of(), Map.of(), Map.of());
        Map<String, List<Rule>> programs =
                new RuleBinding(rules, mayBeBroken, findings).bind(dictionary.rules(), plain);
        Map<String, List<Validation>> validations =
                new ValidationBinding(plain, conditions).bind(dictionary.validations());
        Map<String, List<FieldDefault>> defaults = new DefaultBinding(plain, unfit).bind();
        new VisibilityCheck(plain, unfit).check();
        Map<String, List<RollUp>> rollUps = new RollUpBinding(plain, summaries).bind();
        List<StoredFormula> storedFormulas =
                new StoredFormulaBinding(indexes, source.stale()).bind(plain);
        if (!findings.isEmpty()) {
            return new Resolution.Refused(findings.all());
        }
        List<ObjectType> made =
                binding.objectsAtHome(programs, validations, defaults, storedFormulas);
        List<ObjectType> objects = shared.objects(made);
        return new Resolution.Resolved(
                new CatalogContent(
                                fingerprint.of(components, source.homes(), storedFormulas),
                                components,
                                objects,
                                ownFields(made, objects),
                                source.homes(),
                                rollUps,
                                storedFormulas)
                        .at(source.version()),
                source.nextObjectKey());
    }

    private static int ownFields(List<ObjectType> made, List<ObjectType> shared) {
        Set<ObjectType> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(shared);
        return made.stream().filter(kept::contains).mapToInt(own -> own.fields().size()).sum();
    }

    private static Catalog required(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved(Catalog catalog, int _) -> catalog;
            case Resolution.Refused(var findings) ->
                    throw new ProblemException(
                            findings.stream().map(CatalogBuilder::located).toList());
        };
    }

    private static void check(List<Component> components, Findings findings) {
        NameCheck names = new NameCheck(ReservedNames.standard(), findings);
        TextCheck texts = new TextCheck(findings);
        TypeCheck types = new TypeCheck(findings);
        DefaultCheck defaults = new DefaultCheck(findings);
        FormulaCheck formulas = new FormulaCheck(findings);
        RollUpCheck rollUps = new RollUpCheck(findings);
        for (Component component : components) {
            names.check(component);
            texts.check(component);
            switch (component) {
                case ObjectDefinition object -> {
                    if (object.nameField() instanceof NameField.Numbered(String _, String format)) {
                        types.checkFormat(object, format, "nameField", "format");
                    }
                }
                case FieldDefinition field -> {
                    types.check(field);
                    formulas.check(field);
                    rollUps.check(field);
                    defaults.check(field);
                    Reference.of(field)
                            .flatMap(Reference::inverse)
                            .ifPresent(inverse -> {
                                names.checkFieldName(field, inverse.name(), "inverseName");
                                texts.checkInverse(field, inverse);
                            });
                }
                case RuleDefinition _, ValidationDefinition _, PermissionSetDefinition _ -> {}
            }
        }
        Dictionary dictionary = new Dictionary(components);
        new ReferenceCheck(dictionary, findings).check();
        new PermissionSetCheck(dictionary, findings).check();
        new CollisionCheck(dictionary, findings).check(components);
        new LimitCheck(dictionary, findings).check();
    }

    private static Problem located(Finding finding) {
        List<Object> path = new ArrayList<>();
        path.add(finding.component().ref().toString());
        path.addAll(finding.problem().path());
        return finding.problem().at(path);
    }
}
