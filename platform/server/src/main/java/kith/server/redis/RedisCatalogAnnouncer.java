package kith.server.redis;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.runtime.catalog.CatalogAnnouncer;
import kith.runtime.tenant.Tenant;
import org.redisson.api.RTopicReactive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Announces new catalogs on a topic. A lost announcement costs one statement: it is the data
 * statement that notices an outdated catalog.
 */
public final class RedisCatalogAnnouncer implements CatalogAnnouncer {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCatalogAnnouncer.class);
    private static final String TOPIC = "catalogs";

    /** The change is made and waits for this: better late to the others than to who made it. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Pattern MESSAGE = Pattern.compile("([0-9]{1,9}) ([0-9]{1,18})");

    private final RTopicReactive topic;

    public RedisCatalogAnnouncer(SharedRedis redis) {
        this.topic = redis.topic(TOPIC);
    }

    @Override
    public Mono<Void> announce(Tenant tenant, long version) {
        return topic.publish(tenant.key() + " " + version)
                .timeout(PATIENCE)
                .then()
                .onErrorResume(failure -> {
                    LOG.atWarn()
                            .addKeyValue("tenant", tenant.slug())
                            .log(
                                    "Catalog {} of {} is not announced: {}",
                                    version,
                                    tenant.slug(),
                                    failure.toString());
                    return Mono.empty();
                });
    }

    /** Tells the listener of every announcement, this node's own among them. */
    public Disposable listen(Listener listener) {
        return topic.getMessages(String.class)
                .subscribe(
                        message -> {
                            Matcher matcher = MESSAGE.matcher(message);
                            if (matcher.matches()) {
                                listener.heard(
                                        Integer.parseInt(matcher.group(1)),
                                        Long.parseLong(matcher.group(2)));
                            }
                        },
                        failure -> LOG.warn("Catalogs are not heard of any more", failure));
    }

    /** Hears that the catalog of a tenant, named by its key, has a version. */
    @FunctionalInterface
    public interface Listener {
        void heard(int tenant, long version);
    }
}
