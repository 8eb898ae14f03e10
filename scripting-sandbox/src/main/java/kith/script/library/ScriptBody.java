package kith.script.library;

import org.jspecify.annotations.Nullable;

/** A rule made ready for one run on one record. */
public interface ScriptBody {

    @Nullable Object run();
}
