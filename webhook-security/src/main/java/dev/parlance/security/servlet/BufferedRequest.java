package dev.parlance.security.servlet;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body can be read again from memory: as a stream, reader, parameters or parts. The wrapped request is never
 * cached, because a container may replace it when it forwards.
 */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;
    private final WebhookRequest checked;
    private final byte[] body;
    private final AddedQueries addedQueries;

    private @Nullable BufferedInput stream;
    private @Nullable BufferedReader reader;
    private @Nullable List<BufferedPart> parts;

    BufferedRequest(HttpServletRequest request, HttpServletResponse response, WebhookRequest checked) {
        super(request);
        this.response = response;
        this.checked = checked;
        this.body = checked.body();
        this.addedQueries = AddedQueries.since(request);
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("The body is already being read by getReader()");
        }
        BufferedInput input = stream;
        if (input == null) {
            input = new BufferedInput(body);
            stream = input;
        }
        return input;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (stream != null) {
            throw new IllegalStateException("The body is already being read by getInputStream()");
        }
        BufferedReader text = reader;
        if (text == null) {
            text = new BufferedReader(new InputStreamReader(new BufferedInput(body), charset()));
            reader = text;
        }
        return text;
    }

    /** A form is always UTF-8, as in the check, whatever the container's default. */
    @Override
    public @Nullable String getCharacterEncoding() {
        return checked.hasForm() ? StandardCharsets.UTF_8.name() : super.getCharacterEncoding();
    }

    private Charset charset() {
        String name = getCharacterEncoding();
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /**
     * The parameters of forwards and includes, of the checked query and of the checked body. The container's own parameters are
     * ignored: they may come from an unsigned body or be cut off at the container's limits.
     */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try {
            for (String query : addedQueries.in(wrapped())) {
                add(WebhookRequest.get("https://added/?" + query).queryParameters(), all);
            }
            add(checked.parameters(), all);
            if (isMultipart()) {
                parts().stream().filter(BufferedPart::isText).forEach(part -> add(part.getName(), part.text(), all));
            }
        } catch (WebhookException | ServletException e) {
            throw new MalformedParametersException(e);
        }
        Map<String, String[]> arrays = new LinkedHashMap<>();
        all.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(arrays);
    }

    private HttpServletRequest wrapped() {
        return (HttpServletRequest) getRequest();
    }

    private static void add(Parameters parameters, Map<String, List<String>> to) {
        for (Parameter parameter : parameters.entries()) {
            add(parameter.name(), parameter.value(), to);
        }
    }

    private static void add(String name, String value, Map<String, List<String>> to) {
        to.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    private boolean isMultipart() {
        return checked.header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/form-data");
    }

    @Override
    public Collection<Part> getParts() throws ServletException {
        return List.copyOf(parts());
    }

    @Override
    public @Nullable Part getPart(String name) throws ServletException {
        return parts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<BufferedPart> parts() throws ServletException {
        List<BufferedPart> read = parts;
        if (read == null) {
            read = MultipartBody.parts(getContentType(), body);
            parts = read;
        }
        return read;
    }

    /** Passes this request on, so that asynchronous code can read the body too. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }
}
