package dev.parlance.account;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A file for one of Twilio's upload hosts. With fields before it, it goes as {@code multipart/form-data}, and without any
 * as it is. It is read while it is sent, and again if it has to be sent again; it is never in memory whole.
 *
 * <pre>{@code
 * String version = account.upload(new FileUpload(
 *         "serverless-upload",
 *         "/v1/Services/" + service + "/Functions/" + function + "/Versions",
 *         Map.of("Path", "/hello", "Visibility", "public"),
 *         new FileUpload.Content("hello.js", "application/javascript", Files.size(file), () -> Files.newInputStream(file))),
 *         json -> sidIn(json));
 * }</pre>
 *
 * @param host the first label of Twilio's host
 * @param path the path there
 * @param fields the parts before the file, in the order in which the map has them
 * @param content the file, which is the part {@code Content}
 */
public record FileUpload(String host, String path, Map<String, String> fields, Content content) {
    /** Where the bytes come from; asked anew for each try. */
    @FunctionalInterface
    public interface Source {
        /** The bytes from the first one on; closed by whoever asked. */
        InputStream open() throws IOException;
    }

    /**
     * The file itself.
     *
     * @param name what it is called
     * @param type its media type
     * @param size how many bytes it has
     * @param source its bytes
     */
    public record Content(String name, String type, long size, Source source) {}
}
