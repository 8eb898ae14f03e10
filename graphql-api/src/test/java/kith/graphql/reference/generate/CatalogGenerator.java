package kith.graphql.reference.generate;

import java.util.ArrayList;
import java.util.List;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelField.Trait;
import kith.graphql.reference.world.ModelObject;

/** Makes models: objects that point to each other and to the users, with fields of every kind. */
public final class CatalogGenerator {

    private static final List<String> NAMES =
            List.of("Alder", "Birch", "Cedar", "Damson", "Elm", "Fir");

    private static final List<Kind> KINDS =
            List.of(
                    Kind.TEXT,
                    Kind.LONG_TEXT,
                    Kind.WHOLE,
                    Kind.NUMBER,
                    Kind.CURRENCY,
                    Kind.PERCENT,
                    Kind.DATE,
                    Kind.DATE_TIME,
                    Kind.BOOLEAN,
                    Kind.PICKLIST,
                    Kind.MULTI_PICKLIST,
                    Kind.EMAIL,
                    Kind.PHONE,
                    Kind.URL,
                    Kind.AUTO_NUMBER);

    private static final List<String> CHOICES =
            List.of("Open", "open", "Won", "Lost", "on-hold", "A_1");

    private final Dice dice;

    public CatalogGenerator(Dice dice) {
        this.dice = dice;
    }

    public Model model() {
        List<ModelObject> objects = new ArrayList<>();
        objects.add(ModelObject.user());
        int count = dice.between(2, 5);
        for (int index = 0; index < count; index++) {
            objects.add(object(NAMES.get(index), objects));
        }
        return new Model(objects);
    }

    /** Points to objects that were there before it, or to itself. */
    private ModelObject object(String name, List<ModelObject> before) {
        List<ModelField> fields = new ArrayList<>();
        fields.add(ModelField.of("code", Kind.TEXT, Trait.EXTERNAL_ID));
        KINDS.forEach(kind -> {
            if (dice.percent(70)) {
                fields.add(plain(kind, kind.name().toLowerCase(java.util.Locale.ROOT)));
            }
        });
        crowd(fields);
        references(name, before, fields);
        boolean isNumbered = dice.percent(20);
        return ModelObject.with(name, "many" + name, isNumbered, dice.percent(60), named(fields));
    }

    /** So many of one kind that not all find a column of their own. */
    private void crowd(List<ModelField> fields) {
        if (dice.percent(35)) {
            Kind kind =
                    dice.pick(
                            List.of(
                                    Kind.TEXT,
                                    Kind.WHOLE,
                                    Kind.CURRENCY,
                                    Kind.DATE,
                                    Kind.DATE_TIME,
                                    Kind.BOOLEAN,
                                    Kind.NUMBER));
            int count =
                    switch (kind) {
                        case TEXT -> 42;
                        case DATE -> 14;
                        case DATE_TIME -> 10;
                        case BOOLEAN -> 18;
                        default -> 33;
                    };
            for (int index = 0; index < count; index++) {
                fields.add(plain(kind, "crowd" + index, Trait.PLAIN));
            }
        }
    }

    private ModelField plain(Kind kind, String name) {
        boolean isIndexed = dice.percent(30) && isIndexable(kind);
        return plain(kind, name, isIndexed ? Trait.INDEXED : Trait.PLAIN);
    }

    private ModelField plain(Kind kind, String name, Trait trait) {
        return switch (kind) {
            case WHOLE -> ModelField.number(name, kind, dice.between(1, 9), 0, trait);
            case NUMBER -> number(name);
            case CURRENCY, PERCENT -> ModelField.number(name, kind, 18, dice.between(0, 4), trait);
            case PICKLIST, MULTI_PICKLIST ->
                    ModelField.choice(name, kind, dice.some(CHOICES, 2, 6));
            default -> ModelField.of(name, kind, trait);
        };
    }

    private ModelField number(String name) {
        int decimals = dice.between(0, 10);
        int digits = dice.between(Math.max(decimals + 1, 10), 38);
        return ModelField.number(name, Kind.NUMBER, digits, decimals, Trait.PLAIN);
    }

    private static boolean isIndexable(Kind kind) {
        return switch (kind) {
            case TEXT, WHOLE, CURRENCY, PERCENT, DATE, DATE_TIME, BOOLEAN, EMAIL, PHONE -> true;
            default -> false;
        };
    }

    private void references(String name, List<ModelObject> before, List<ModelField> fields) {
        List<String> targets = new ArrayList<>(before.stream().map(ModelObject::name).toList());
        targets.add(name);
        for (int index = 0; index < dice.between(1, 3); index++) {
            String target = dice.pick(targets);
            fields.add(reference(name, "link" + index, Kind.LOOKUP, target));
        }
        if (dice.percent(40)) {
            targets.remove(name);
            targets.remove(ModelObject.USER);
            if (!targets.isEmpty()) {
                fields.add(reference(name, "master", Kind.MASTER_DETAIL, dice.pick(targets)));
            }
            targets.add(name);
        }
        if (dice.percent(70)) {
            fields.add(reference(name, "mates", Kind.MANY_TO_MANY, dice.pick(targets)));
        }
        if (dice.percent(60)) {
            fields.add(ModelField.any("about", dice.some(targets, 2, 3), inverse(name, "about")));
        }
    }

    private static ModelField reference(String object, String name, Kind kind, String target) {
        return ModelField.reference(name, kind, target, inverse(object, name));
    }

    private static String inverse(String object, String name) {
        return Character.toLowerCase(object.charAt(0))
                + object.substring(1)
                + "sBy"
                + Character.toUpperCase(name.charAt(0))
                + name.substring(1);
    }

    /** Names in lower camel case. */
    private static List<ModelField> named(List<ModelField> fields) {
        return fields.stream()
                .map(field -> {
                    StringBuilder name = new StringBuilder();
                    for (String word : field.name().split("_", -1)) {
                        name.append(
                                name.isEmpty()
                                        ? word
                                        : Character.toUpperCase(word.charAt(0))
                                                + word.substring(1));
                    }
                    return field.named(name.toString());
                })
                .toList();
    }
}
