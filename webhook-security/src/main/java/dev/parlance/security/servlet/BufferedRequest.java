package dev.parlance.security.servlet;

import dev.parlance.webhook.Parameters.Parameter;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body was read, and is read again from memory: as stream, reader, parameters or parts. What is beneath is
 * always asked anew, since a container may put another request there when it forwards.
 */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;
    private final byte[] body;
    private final boolean containerHasForm;

    private @Nullable BufferedInput stream;
    private @Nullable BufferedReader reader;
    private @Nullable Map<String, List<String>> form;
    private @Nullable List<Part> parts;

    BufferedRequest(HttpServletRequest request, HttpServletResponse response, byte[] body, boolean containerHasForm) {
        super(request);
        this.response = response;
        this.body = body;
        this.containerHasForm = containerHasForm;
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("The body is being read by getReader() already");
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
            throw new IllegalStateException("The body is being read by getInputStream() already");
        }
        BufferedReader text = reader;
        if (text == null) {
            text = new BufferedReader(new InputStreamReader(new BufferedInput(body), charset()));
            reader = text;
        }
        return text;
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

    /** The container's own, which are those of the query and of any forward, and then those of the form. */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        form().forEach((name, values) -> all.merge(name, values.toArray(String[]::new), BufferedRequest::joined));
        return Collections.unmodifiableMap(all);
    }

    private static String[] joined(String[] first, String[] second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private Map<String, List<String>> form() {
        Map<String, List<String>> values = form;
        if (values == null) {
            values = new LinkedHashMap<>();
            if (!containerHasForm && getAttribute(SignatureFilter.REQUEST) instanceof WebhookRequest checked) {
                for (Parameter parameter : checked.formParameters().entries()) {
                    values.computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                            .add(parameter.value());
                }
            }
            form = values;
        }
        return values;
    }

    @Override
    public Collection<Part> getParts() throws ServletException {
        return parts();
    }

    @Override
    public @Nullable Part getPart(String name) throws ServletException {
        return parts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Part> parts() throws ServletException {
        List<Part> read = parts;
        if (read == null) {
            read = MultipartBody.parts(getContentType(), body);
            parts = read;
        }
        return read;
    }

    /** With this request, so that whoever answers later finds the body too. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }
}
