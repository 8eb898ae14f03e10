package kith.runtime.read;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What PostgreSQL does for reads as the application's role, behind row-level security, whose
 * barrier keeps what is not leakproof from an index. Plans are the generic ones that serve all
 * tenants alike.
 */
final class ExplainedReads implements AutoCloseable {

    static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");

    private static final int TENANTS = 25;

    private final RuntimeDatabase runtime;
    private final Tenant tenant;

    private ExplainedReads(RuntimeDatabase runtime) {
        this.runtime = runtime;
        this.tenant = runtime.tenant("tenant-0");
    }

    /** On a database of this name, filled so that an index pays. */
    static ExplainedReads on(String database) {
        ExplainedReads reads = new ExplainedReads(RuntimeDatabase.fresh(database));
        reads.fill(reads.tenant);
        for (int number = 1; number < TENANTS; number++) {
            reads.fill(reads.runtime.tenant("tenant-" + number));
        }
        reads.runtime.asOwner(reads.tenant, "analyze record");
        return reads;
    }

    /** 1,500 accounts and 500 contacts: 50,000 records in all. */
    private void fill(Tenant each) {
        runtime.asOwner(
                each,
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, owner, text_1, number_1, date_1)
                select %1$d, 2001, gen_random_uuid(), 1, 'Account ' || md5(n::text), now() - n * interval '1 min',
                    now(), gen_random_uuid(), case when n %% 3 > 0 then 'Tech' end,
                    case when n %% 10 > 0 then n * 100 end, date '2000-01-01' + n %% 5000
                from generate_series(1, 1500) n;
                with account as (select id, row_number() over () as n from record where tenant = %1$d)
                insert into record (tenant, object, id, version, name, created_at, updated_at, ref_1, text_1)
                select %1$d, 2002, gen_random_uuid(), 1, 'Contact ' || n, now(), now(), id, md5(n::text)
                from account where n <= 500
                """
                        .formatted(each.key()));
    }

    /** The generic plan, as the application's role gets it. */
    String plan(String request) throws SQLException {
        return plan(new RequestYaml(CATALOG).request(new YAMLMapper().readTree(request)));
    }

    String plan(ReadRequest request) throws SQLException {
        Caller caller = new Caller(tenant, Optional.empty(), false, Caller.Origin.API);
        String sql =
                new ReadStatements(new MemberAccess())
                        .answer(caller, CATALOG, request)
                        .render()
                        .text();
        try (Connection connection =
                        DriverManager.getConnection(
                                runtime.address().jdbcUrl() + "?preferQueryMode=simple",
                                runtime.address().appUser(),
                                runtime.address().appPassword());
                Statement setting = connection.createStatement();
                PreparedStatement explain =
                        connection.prepareStatement(
                                "explain (generic_plan, costs off) select " + sql)) {
            setting.execute("set kith.tenant = '" + tenant.key() + "'");
            return lines(explain.executeQuery());
        }
    }

    private static String lines(ResultSet plan) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (plan.next()) {
            lines.append(plan.getString(1)).append('\n');
        }
        return lines.toString();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
