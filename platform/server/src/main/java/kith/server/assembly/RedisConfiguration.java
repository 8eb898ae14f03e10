package kith.server.assembly;

import java.time.Clock;
import kith.server.identity.SessionStore;
import kith.server.limit.RequestGate;
import kith.server.redis.RedisConnection;
import kith.server.redis.RedisRequestCounts;
import kith.server.redis.RedisSessionStore;
import kith.server.redis.RedisSpending;
import kith.server.redis.SharedRedis;
import kith.server.settings.Installation;
import org.redisson.api.RedissonClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** What nodes share through Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(Installation installation) {
        return RedisConnection.open(installation.redis());
    }

    @Bean
    SharedRedis sharedRedis(RedissonClient redis, Installation installation) {
        return new SharedRedis(redis.reactive(), installation.id());
    }

    @Bean
    SessionStore sessionStore(SharedRedis redis) {
        return new RedisSessionStore(redis, new JsonMapper());
    }

    @Bean
    RequestGate requestGate(SharedRedis redis, Installation installation, Clock clock) {
        return new RequestGate(installation.edge().plans(), new RedisSpending(redis), clock);
    }

    @Bean(destroyMethod = "dispose")
    Disposable requestGateExchanges(RequestGate gate) {
        return gate.start();
    }

    @Bean
    RedisRequestCounts requestCounts(SharedRedis redis) {
        return new RedisRequestCounts(redis);
    }
}
