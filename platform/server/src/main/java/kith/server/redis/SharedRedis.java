package kith.server.redis;

import java.util.List;
import org.redisson.api.RBucketReactive;
import org.redisson.api.RMapReactive;
import org.redisson.api.RScript;
import org.redisson.api.RTopicReactive;
import org.redisson.api.RedissonReactiveClient;
import org.redisson.client.codec.StringCodec;
import reactor.core.publisher.Mono;

/**
 * The Redis that the nodes of an installation share. Every name in it leads with the installation,
 * so that several may use one Redis without hearing each other.
 */
public final class SharedRedis {

    private final RedissonReactiveClient redis;
    private final String prefix;

    /**
     * @param installation the same on all nodes of an installation and on no others
     */
    public SharedRedis(RedissonReactiveClient redis, String installation) {
        this.redis = redis;
        this.prefix = "kith:" + installation + ":";
    }

    RBucketReactive<String> bucket(String name) {
        return redis.getBucket(prefix + name, StringCodec.INSTANCE);
    }

    RMapReactive<String, String> map(String name) {
        return redis.getMap(prefix + name, StringCodec.INSTANCE);
    }

    /** What a script makes of these keys and values: numbers. */
    Mono<List<Long>> numbers(String script, List<String> names, List<?> values) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        script,
                        RScript.ReturnType.LIST,
                        names.stream().<Object>map(name -> prefix + name).toList(),
                        values.toArray());
    }

    RTopicReactive topic(String name) {
        return redis.getTopic(prefix + name, StringCodec.INSTANCE);
    }
}
