package kith.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random sets over a catalog: what comes of them is what a plain reading of them says. */
class RightsTest {

    private static final Catalog CATALOG = SampleCatalog.read("/access/catalog.yaml");

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAPlainReadingOfTheSets(long seed) {
        Random random = new Random(seed);
        List<PermissionSetDefinition> sets = sets(random);
        Rights rights = Rights.of(sets);

        for (ObjectType object : CATALOG.objects()) {
            for (ObjectRight right : ObjectRight.values()) {
                assertThat(rights.may(right, object))
                        .as("%s of %s by %s", right, object, sets)
                        .isEqualTo(may(sets, right, object));
            }
            for (Field field : object.fields()) {
                assertThat(rights.mayRead(field))
                        .as("reading %s by %s", field, sets)
                        .isEqualTo(mayRead(sets, object, field));
                assertThat(rights.mayEdit(field))
                        .as("editing %s by %s", field, sets)
                        .isEqualTo(mayEdit(sets, field));
            }
        }
        for (UserFunction function : UserFunction.values()) {
            assertThat(rights.has(function)).isEqualTo(has(sets, function));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverShowsMoreWithFewerGrantsOrMoreMutes(long seed) {
        Random random = new Random(seed);
        List<PermissionSetDefinition> sets = sets(random);
        Rights rights = Rights.of(sets);
        List<PermissionSetDefinition> fewer = new ArrayList<>(sets);
        fewer.removeIf(set -> !set.isMuting() && random.nextBoolean());
        fewer.add(set(random, Purpose.MUTING));
        Rights less = Rights.of(fewer);

        for (ObjectType object : CATALOG.objects()) {
            for (ObjectRight right : ObjectRight.values()) {
                assertThat(!less.may(right, object) || rights.may(right, object)).isTrue();
            }
            for (Field field : object.fields()) {
                assertThat(!less.mayRead(field) || rights.mayRead(field)).isTrue();
                assertThat(!less.mayEdit(field) || rights.mayEdit(field)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasOneKeyForEqualContentWhateverItsOrder(long seed) {
        List<PermissionSetDefinition> sets = sets(new Random(seed));

        assertThat(Rights.of(sets.reversed()).key()).isEqualTo(Rights.of(sets).key());
        assertThat(Rights.of(sets)).isEqualTo(Rights.of(sets.reversed())).isNotEqualTo(Rights.ALL);
    }

    @Test
    void givesWhoHasNoProfileTheStandardOne() {
        assertThat(StandardUser.effective(CATALOG.permissionSets(), Set.of()))
                .containsExactly(StandardUser.PROFILE);
        assertThat(StandardUser.effective(CATALOG.permissionSets(), Set.of("Seller")))
                .extracting(PermissionSetDefinition::name)
                .containsExactly("StandardUser", "Seller");
        assertThat(StandardUser.effective(CATALOG.permissionSets(), Set.of("Seller", "Reader")))
                .extracting(PermissionSetDefinition::name)
                .containsExactlyInAnyOrder("Reader", "Seller");
        assertThat(StandardUser.effective(CATALOG.permissionSets(), Set.of("Gone")))
                .containsExactly(StandardUser.PROFILE);
    }

    @Test
    void takesATenantsOwnStandardProfileForTheSystems() {
        PermissionSetDefinition own = StandardUser.PROFILE.about(Map.of());

        assertThat(StandardUser.effective(List.of(own), Set.of())).containsExactly(own);
    }

    private static boolean may(
            List<PermissionSetDefinition> sets, ObjectRight right, ObjectType object) {
        boolean isReading = right == ObjectRight.READ || right == ObjectRight.VIEW_ALL;
        boolean isGranted =
                sets.stream()
                        .filter(set -> !set.isMuting())
                        .anyMatch(set ->
                                set.about(object.name()).rights().stream()
                                        .anyMatch(given -> brings(given, right)));
        boolean isMuted =
                sets.stream()
                        .filter(PermissionSetDefinition::isMuting)
                        .anyMatch(set ->
                                set.about(object.name()).rights().stream()
                                        .anyMatch(muted -> brings(right, muted)));
        return isGranted
                && !isMuted
                && (isReading || object.definition().writers() == Writers.MEMBERS);
    }

    private static boolean brings(ObjectRight right, ObjectRight other) {
        return right == other
                || other == ObjectRight.READ
                || (right == ObjectRight.MODIFY_ALL && other != ObjectRight.CREATE);
    }

    private static boolean mayRead(
            List<PermissionSetDefinition> sets, ObjectType object, Field field) {
        return may(sets, ObjectRight.READ, object)
                && (field.isSystem()
                        || (grants(sets, field, right -> right != FieldRight.NONE)
                                && !mutes(sets, field, right -> right == FieldRight.READ)));
    }

    private static boolean mayEdit(List<PermissionSetDefinition> sets, Field field) {
        return field.isSystem()
                || (grants(sets, field, right -> right == FieldRight.EDIT)
                        && !mutes(sets, field, right -> right != FieldRight.NONE));
    }

    private static boolean grants(
            List<PermissionSetDefinition> sets, Field field, Function<FieldRight, Boolean> is) {
        return sets.stream()
                .filter(set -> !set.isMuting())
                .anyMatch(set -> is.apply(set.about(field.object()).field(field.name())));
    }

    private static boolean mutes(
            List<PermissionSetDefinition> sets, Field field, Function<FieldRight, Boolean> is) {
        return sets.stream()
                .filter(PermissionSetDefinition::isMuting)
                .anyMatch(set -> is.apply(set.about(field.object()).field(field.name())));
    }

    private static boolean has(List<PermissionSetDefinition> sets, UserFunction function) {
        return sets.stream()
                        .filter(set -> !set.isMuting())
                        .anyMatch(set -> set.functions().contains(function))
                && sets.stream()
                        .filter(PermissionSetDefinition::isMuting)
                        .noneMatch(set -> set.functions().contains(function));
    }

    private static List<PermissionSetDefinition> sets(Random random) {
        List<PermissionSetDefinition> sets = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            sets.add(set(random, random.nextInt(3) == 0 ? Purpose.MUTING : Purpose.SET));
        }
        return sets;
    }

    private static PermissionSetDefinition set(Random random, Purpose purpose) {
        Map<String, ObjectPermissions> objects = new HashMap<>();
        if (random.nextBoolean()) {
            objects.put(PermissionSetDefinition.ALL_OBJECTS, permissions(random, List.of()));
        }
        for (ObjectType object : CATALOG.objects()) {
            if (random.nextInt(3) == 0) {
                objects.put(
                        object.name(),
                        permissions(
                                random,
                                object.fields().stream()
                                        .filter(field -> !field.isSystem())
                                        .toList()));
            }
        }
        return new PermissionSetDefinition(
                new UUID(random.nextLong(), random.nextLong()),
                "Set" + random.nextInt(1_000_000),
                "Set",
                Optional.empty(),
                purpose,
                objects,
                some(random, UserFunction.class),
                Optional.empty());
    }

    private static ObjectPermissions permissions(Random random, List<Field> fields) {
        Map<String, FieldRight> named = new HashMap<>();
        for (Field field : fields) {
            if (random.nextInt(3) == 0) {
                named.put(field.name(), right(random));
            }
        }
        return new ObjectPermissions(some(random, ObjectRight.class), right(random), named);
    }

    private static FieldRight right(Random random) {
        return List.of(FieldRight.values()).get(random.nextInt(FieldRight.values().length));
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        Set<E> some = EnumSet.allOf(type);
        some.removeIf(each -> random.nextInt(3) > 0);
        return some;
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
