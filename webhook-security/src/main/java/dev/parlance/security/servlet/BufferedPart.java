package dev.parlance.security.servlet;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a multipart body in memory. */
final class BufferedPart implements Part {
    private final String name;
    private final @Nullable String fileName;
    private final Map<String, List<String>> headers;
    private final byte[] content;

    BufferedPart(String name, @Nullable String fileName, Map<String, List<String>> headers, byte[] content) {
        this.name = name;
        this.fileName = fileName;
        this.headers = headers;
        this.content = content;
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable String getSubmittedFileName() {
        return fileName;
    }

    /** Whether this is a form field rather than a file. */
    boolean isText() {
        return fileName == null;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public long getSize() {
        return content.length;
    }

    /** Writes to the path as given, because there is no container directory to resolve it against. */
    @Override
    public void write(String path) throws IOException {
        Files.write(Path.of(path), content);
    }

    @Override
    public void delete() {}

    @Override
    public @Nullable String getHeader(String header) {
        Collection<String> values = getHeaders(header);
        return values.isEmpty() ? null : values.iterator().next();
    }

    @Override
    public Collection<String> getHeaders(String header) {
        return headers.getOrDefault(header, List.of());
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.keySet();
    }
}
