package kith.graphql.reference.generate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kith.graphql.reference.world.Form;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;

/** Values to compare with: those that records have, and others. */
record Operands(World world, Dice dice) {

    private static final UUID UNKNOWN = UUID.fromString("01900000-0000-7000-8000-00000000dead");

    /** As a request gives it: String, BigDecimal, Integer or Boolean. */
    Object of(ModelObject object, ModelField field) {
        return given(field, typed(object, field));
    }

    private Object typed(ModelObject object, ModelField field) {
        List<Row> rows = world.of(object.name());
        if (!rows.isEmpty() && dice.percent(65)) {
            var known = dice.pick(rows).value(field);
            if (known.isPresent()) {
                return known.get() instanceof List<?> items ? items.getFirst() : known.get();
            }
        }
        return switch (field.kind()) {
            case ID -> rows.isEmpty() || dice.percent(10) ? UNKNOWN : dice.pick(rows).id();
            case LOOKUP, ANY_LOOKUP, MASTER_DETAIL -> {
                List<Row> targets = world.of(dice.pick(field.targets()));
                yield targets.isEmpty() || dice.percent(10) ? UNKNOWN : dice.pick(targets).id();
            }
            case AUTO_NUMBER -> "A-01";
            case MULTI_PICKLIST -> dice.pick(field.values());
            default -> Words.of(field, dice);
        };
    }

    /** Numbers as text or number, moments with or without offset. */
    Object given(ModelField field, Object typed) {
        return switch (typed) {
            case BigDecimal number when field.form() == Form.INT -> number.intValueExact();
            case BigDecimal number -> dice.percent(50) ? number : number.toPlainString();
            case Instant moment -> moment(moment);
            case LocalDate date -> date.toString();
            case UUID id -> id.toString();
            default -> typed;
        };
    }

    private String moment(Instant moment) {
        return dice.percent(70)
                ? moment.toString()
                : moment.atOffset(java.time.ZoneOffset.ofHours(dice.between(-9, 9))).toString();
    }

    boolean percent(int times) {
        return dice.percent(times);
    }
}
