package kith.metadata;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of what packages bring: made from the first name, so that they need no registry. */
public final class PackageIds {

    private PackageIds() {}

    /** The same id for the same component of a package in every tenant. */
    public static UUID of(String packageName, ComponentRef component) {
        String text = "kith:" + packageName + ":" + component;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
