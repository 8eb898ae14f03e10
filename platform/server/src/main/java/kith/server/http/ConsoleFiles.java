package kith.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * The built web app, read from the class path once. What is not in it cannot be asked for, whatever
 * a path looks like.
 */
public final class ConsoleFiles {

    private static final String ROOT = "console/";

    private final Map<String, ConsoleFile> byPath;

    private ConsoleFiles(Map<String, ConsoleFile> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    public static ConsoleFiles fromClassPath() {
        try {
            Map<String, byte[]> contents = new HashMap<>();
            for (Resource resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + ROOT + "**")) {
                if (resource.isReadable()) {
                    contents.put(path(resource), resource.getContentAsByteArray());
                }
            }
            return new ConsoleFiles(files(contents));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String path(Resource resource) throws IOException {
        String address = resource.getURL().getPath();
        return address.substring(address.lastIndexOf("/" + ROOT) + ROOT.length());
    }

    private static Map<String, ConsoleFile> files(Map<String, byte[]> contents) {
        Map<String, ConsoleFile> files = new HashMap<>();
        contents.forEach((path, content) -> {
            if (content.length > 0 && !path.endsWith(".gz") && !path.endsWith(".br")) {
                files.put(
                        path,
                        new ConsoleFile(
                                MediaTypeFactory.getMediaType(path)
                                        .orElse(MediaType.APPLICATION_OCTET_STREAM),
                                etag(content),
                                path.startsWith("/assets/"),
                                new ByteArrayResource(content),
                                compressed(contents, path + ".gz"),
                                compressed(contents, path + ".br")));
            }
        });
        return files;
    }

    private static Optional<Resource> compressed(Map<String, byte[]> contents, String path) {
        return Optional.ofNullable(contents.get(path)).map(ByteArrayResource::new);
    }

    private static String etag(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return '"' + HexFormat.of().toHexDigits(crc.getValue()) + content.length + '"';
    }

    /** The file at a path such as {@code /assets/app-1a2b.js}. */
    Optional<ConsoleFile> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
