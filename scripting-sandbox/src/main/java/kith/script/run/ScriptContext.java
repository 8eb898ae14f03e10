package kith.script.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kith.script.CrmGateway;
import kith.script.meter.Meter;

/**
 * What a run knows beside its record.
 *
 * @param tenant whose data it is; a process that runs rules serves one tenant in its life
 * @param now the moment of the transaction, as {@code now()} and {@code today()}
 * @param zone the tenant's, for {@code today()} and date-times
 * @param isNew whether the records are being created
 * @param moment of a write, such as {@code BEFORE_CREATE}
 * @param meter the budget of the transaction; a rule set off by another rule of the same thread
 *     spends the other's budget instead
 */
public record ScriptContext(
        int tenant,
        Instant now,
        ZoneId zone,
        boolean isNew,
        String moment,
        Meter meter,
        CrmGateway crm) {

    /** Before a record is saved. */
    public ScriptContext(
            int tenant, Instant now, ZoneId zone, boolean isNew, Meter meter, CrmGateway crm) {
        this(tenant, now, zone, isNew, isNew ? "BEFORE_CREATE" : "BEFORE_UPDATE", meter, crm);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
