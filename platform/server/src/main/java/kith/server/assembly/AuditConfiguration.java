package kith.server.assembly;

import java.time.Clock;
import kith.runtime.audit.AuditTrail;
import kith.runtime.member.MemberLookup;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.sql.Database;
import kith.runtime.write.RecordIds;
import kith.server.audit.AuditNotes;
import kith.server.audit.SignInNotes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written down of what happens in tenants. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(Database database, RecordIds ids, Clock clock) {
        return new AuditTrail(database, ids::next, clock);
    }

    @Bean
    AuditNotes auditNotes(AuditTrail trail) {
        return new AuditNotes(trail);
    }

    @Bean
    SignInNotes signInNotes(TenantRegistry tenants, MemberLookup members, AuditNotes notes) {
        return new SignInNotes(tenants, members, notes);
    }
}
