package kith.server.http;

import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;

/**
 * A file of the web app with its compressed forms.
 *
 * @param etag over the plain content
 * @param isImmutable the name changes with the content, so it may be kept for ever
 */
record ConsoleFile(
        MediaType type,
        String etag,
        boolean isImmutable,
        Resource plain,
        Optional<Resource> gzip,
        Optional<Resource> brotli) {}
