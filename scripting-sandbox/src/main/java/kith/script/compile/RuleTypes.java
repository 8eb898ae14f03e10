package kith.script.compile;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.script.ObjectType;
import kith.script.PropertyType;
import kith.script.ScriptForm;
import kith.script.ScriptSource;
import kith.script.ScriptType;
import kith.script.ScriptTypes;
import kith.script.bytecode.DictionaryClasses;
import kith.script.library.ScriptObject;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.tools.GeneralUtils;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary's objects as classes of the compiler: a read-only view, and the record below it
 * with its writable properties. No class is ever generated or loaded for them.
 */
final class RuleTypes {

    private final ScriptTypes types;
    private final Map<String, ClassNode> nodes = new HashMap<>();

    /** Properties by internal class name and name of the setter. */
    private final Map<String, String> setters = new HashMap<>();

    /**
     * @param source of the rule that is compiled; its own records are of a class of their own
     */
    RuleTypes(ScriptTypes types, ScriptSource source) {
        this.types = types;
        ClassNode base = ClassHelper.make(ScriptObject.class);
        for (ObjectType object : types.objects().values()) {
            var view = new ClassNode(DictionaryClasses.viewOf(object.name()), ACC_PUBLIC, base);
            var record = new ClassNode(DictionaryClasses.recordOf(object.name()), ACC_PUBLIC, view);
            nodes.put(view.getName(), view);
            nodes.put(record.getName(), record);
        }
        types.objects().values().forEach(this::addFields);
        addMember(source.objectType(), source.form());
    }

    /** The class of the rule's own records: with {@code old}, and maybe read-only. */
    private void addMember(String objectType, ScriptForm form) {
        if (types.object(objectType).isPresent()) {
            ClassNode base = form.mayFill() ? record(objectType) : view(objectType);
            var member = new ClassNode(DictionaryClasses.memberOf(objectType), ACC_PUBLIC, base);
            if (form.isPerBatch()) {
                member.addField(
                        DictionaryClasses.FORMER, ACC_PUBLIC | ACC_FINAL, view(objectType), null);
            }
            nodes.put(member.getName(), member);
            types.object(objectType).stream()
                    .flatMap(object -> object.properties().values().stream())
                    .filter(property -> property.isWritable() && form.mayFill())
                    .map(PropertyType::name)
                    .forEach(name ->
                            setters.putIfAbsent(
                                    member.getName().replace('.', '/')
                                            + "."
                                            + GeneralUtils.getSetterName(name),
                                    name));
        }
    }

    ScriptTypes types() {
        return types;
    }

    Map<String, String> setters() {
        return setters;
    }

    @Nullable ClassNode byClassName(String className) {
        return nodes.get(className);
    }

    ClassNode view(String objectType) {
        return required(DictionaryClasses.viewOf(objectType));
    }

    /** The class of the records that the rule is called for. */
    ClassNode member(String objectType) {
        return required(DictionaryClasses.memberOf(objectType));
    }

    ClassNode record(String objectType) {
        return required(DictionaryClasses.recordOf(objectType));
    }

    /** The object behind one of its classes. */
    Optional<ObjectType> objectOf(@Nullable ClassNode node) {
        if (node == null || !nodes.containsKey(node.getName())) {
            return Optional.empty();
        }
        return types.object(node.getNameWithoutPackage());
    }

    private void addFields(ObjectType object) {
        ClassNode view = view(object.name());
        ClassNode record = record(object.name());
        for (PropertyType property : object.properties().values()) {
            ClassNode type = nodeOf(property.type());
            view.addField(property.name(), ACC_PUBLIC | ACC_FINAL, type, null);
            record.addField(
                    property.name(),
                    property.isWritable() ? ACC_PUBLIC : ACC_PUBLIC | ACC_FINAL,
                    type,
                    null);
            if (property.isWritable()) {
                addSetter(record, property.name(), type);
            }
        }
    }

    /** Groovy compiles an assignment to a setter, and a value that needs it is converted first. */
    private void addSetter(ClassNode record, String property, ClassNode type) {
        String setter = GeneralUtils.getSetterName(property);
        String owner = record.getName().replace('.', '/');
        if (setters.putIfAbsent(owner + "." + setter, property) == null) {
            record.addMethod(
                    setter,
                    ACC_PUBLIC,
                    ClassHelper.VOID_TYPE,
                    new Parameter[] {new Parameter(type, "value")},
                    ClassNode.EMPTY_ARRAY,
                    null);
        }
    }

    ClassNode nodeOf(ScriptType type) {
        return switch (type) {
            case ScriptType.Reference(var target) -> view(target);
            case ScriptType.Scalar scalar ->
                    switch (scalar) {
                        case TEXT, ID -> ClassHelper.STRING_TYPE;
                        case NUMBER -> ClassHelper.make(BigDecimal.class);
                        case INTEGER -> ClassHelper.Integer_TYPE;
                        case BOOLEAN -> ClassHelper.Boolean_TYPE;
                        case DATE -> ClassHelper.make(LocalDate.class);
                        case DATE_TIME -> ClassHelper.make(OffsetDateTime.class);
                        case TEXT_LIST ->
                                GenericsUtils.makeClassSafeWithGenerics(
                                        List.class, ClassHelper.STRING_TYPE);
                    };
        };
    }

    private ClassNode required(String className) {
        ClassNode node = nodes.get(className);
        if (node == null) {
            throw new IllegalArgumentException("no such object: " + className);
        }
        return node;
    }
}
