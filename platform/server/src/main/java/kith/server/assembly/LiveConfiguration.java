package kith.server.assembly;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Subscriptions;
import kith.graphql.live.LiveHub;
import kith.runtime.access.Access;
import kith.runtime.read.ReadStatements;
import kith.runtime.sql.Database;
import kith.runtime.stream.BacklogSweep;
import kith.runtime.stream.EventReader;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.WriteListeners;
import kith.server.identity.Callers;
import kith.server.identity.SessionCookie;
import kith.server.limit.RequestGate;
import kith.server.live.LiveOperations;
import kith.server.live.LiveRoutes;
import kith.server.redis.RedisChangeSignals;
import kith.server.redis.SharedRedis;
import kith.server.settings.Installation;
import kith.server.tenant.RequestCounts;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.Disposable;

/** What was written: ordered, and told to those who listen. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    WriteListeners writeListeners() {
        return new WriteListeners();
    }

    @Bean
    Sequencer sequencer(Database database) {
        return new Sequencer(database);
    }

    @Bean(destroyMethod = "dispose")
    Disposable backlogSweep(Sequencer sequencer, WriteListeners writes) {
        BacklogSweep sweep = new BacklogSweep(sequencer);
        writes.add(sweep);
        return sweep.start();
    }

    @Bean
    Subscriptions subscriptions(DataEndpoint endpoint, Access access) {
        return endpoint.subscriptions(new ReadStatements(access));
    }

    @Bean
    RedisChangeSignals changeSignals(SharedRedis redis, Clock clock, WriteListeners writes) {
        RedisChangeSignals signals = new RedisChangeSignals(redis, clock);
        writes.add(signals);
        return signals;
    }

    @Bean
    LiveHub liveHub(
            Sequencer sequencer,
            Database database,
            Subscriptions subscriptions,
            RedisChangeSignals signals,
            WriteListeners writes,
            MeterRegistry meters) {
        LiveHub hub =
                new LiveHub(sequencer, new EventReader(database), subscriptions, signals::areHeard);
        writes.add(hub);
        signals.start(hub::signalled);
        Gauge.builder("kith.subscriptions", hub, LiveHub::size)
                .description("Subscriptions that are open on this node")
                .register(meters);
        return hub;
    }

    @Bean
    LiveOperations liveOperations(
            DataEndpoint endpoint,
            Subscriptions subscriptions,
            LiveHub hub,
            RequestCounts counts,
            RequestGate gate) {
        return new LiveOperations(endpoint, subscriptions, hub, counts, gate);
    }

    /** Before the routes of single answers, which would take every request to the same path. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    NettyRouteProvider liveRoutes(
            LiveOperations operations, Callers callers, Installation installation) {
        return new LiveRoutes(
                operations,
                callers,
                SessionCookie.name(installation.isHttps()),
                installation.publicUrl());
    }
}
