package dev.parlance.account;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A file for one of Twilio's upload hosts. Sent as {@code multipart/form-data} if there are fields, otherwise as is. The file is
 * streamed, and read again for each retry.
 *
 * <pre>{@code
 * Path file = Path.of("hello.js");
 * FileUpload upload = new FileUpload(
 *         "serverless-upload",
 *         "/v1/Services/ZS00000000000000000000000000000000/Functions/ZH00000000000000000000000000000000/Versions",
 *         Map.of("Path", "/hello", "Visibility", "public"),
 *         new FileUpload.Content("hello.js", "application/javascript", 812, () -> Files.newInputStream(file)));
 * String response = account.upload(upload, json -> json);
 * }</pre>
 *
 * @param host the first label of Twilio's host
 * @param path the path on that host
 * @param fields the parts before the file, in the order of the map
 * @param content the file, sent as the part {@code Content}
 */
public record FileUpload(String host, String path, Map<String, String> fields, Content content) {
    /** Supplies the bytes, once for each try. */
    @FunctionalInterface
    public interface Source {
        /** Opens a new stream from the start; the caller closes it. */
        InputStream open() throws IOException;
    }

    /**
     * The content of the file.
     *
     * @param name the file name
     * @param type the media type
     * @param size the size in bytes
     * @param source the bytes
     */
    public record Content(String name, String type, long size, Source source) {}
}
