package kith.server.redis;

import org.redisson.api.RBucketReactive;
import org.redisson.api.RMapReactive;
import org.redisson.api.RTopicReactive;
import org.redisson.api.RedissonReactiveClient;
import org.redisson.client.codec.StringCodec;

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

    RTopicReactive topic(String name) {
        return redis.getTopic(prefix + name, StringCodec.INSTANCE);
    }
}
