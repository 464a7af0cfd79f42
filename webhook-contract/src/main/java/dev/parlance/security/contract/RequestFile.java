package dev.parlance.security.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.security.contract.ContractRequest.Expected;
import dev.parlance.security.contract.ContractRequest.Sent;
import dev.parlance.security.contract.ContractRequest.Signed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code signed-requests.txt}, which explains its format in its head. */
final class RequestFile {
    private static final String FILE = "signed-requests.txt";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> KEYS = Set.of(
            "only",
            "host",
            "header",
            "type",
            "body",
            "chunked",
            "query",
            "form",
            "origin",
            "signed",
            "signed-origin",
            "signature",
            "status",
            "answer",
            "repeated");

    private final String name;
    private final String line;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private RequestFile(String block) {
        List<String> lines = block.lines()
                .filter(each -> !each.isBlank() && !each.startsWith("# "))
                .toList();
        this.name = lines.get(0);
        this.line = lines.get(1);
        for (String field : lines.subList(2, lines.size())) {
            String[] parts = field.split(":", 2);
            if (parts.length < 2 || !KEYS.contains(parts[0])) {
                throw new IllegalArgumentException("\"" + name + "\" has an unknown line: " + field);
            }
            fields.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1].strip());
        }
    }

    static List<ContractRequest> read() {
        try (InputStream in = Objects.requireNonNull(RequestFile.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(in.readAllBytes(), UTF_8);
            return Stream.of(text.split("(?m)^## "))
                    .skip(1)
                    .map(block -> new RequestFile(block).request())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private ContractRequest request() {
        String[] methodAndTarget = line.split(" ", 2);
        String body = field("body", "");
        Sent sent = new Sent(
                methodAndTarget[0],
                Escapes.text(methodAndTarget[1]),
                field("host", "hooks.example.com"),
                headers(!body.isEmpty()),
                body,
                fields.containsKey("chunked"));
        Signed signed = new Signed(
                field("signed-origin", field("origin", "")),
                Escapes.text(field("signed", methodAndTarget[1])),
                pairs("form"),
                SignatureHeader.named(field("signature", "current")));
        Expected expected = new Expected(
                Integer.parseInt(field("status", "200")),
                field("origin", ""),
                pairs("query"),
                field("answer", ""),
                fields.containsKey("repeated"));
        return new ContractRequest(name, setups(), sent, signed, expected);
    }

    private Set<ContractSetup> setups() {
        return fields.containsKey("only")
                ? Stream.of(ContractSetup.values())
                        .filter(setup -> setup.label().equals(field("only", "")))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of(ContractSetup.BEHIND_PROXY, ContractSetup.PUBLIC_URL);
    }

    private List<String> headers(boolean hasBody) {
        List<String> headers = new ArrayList<>(fields.getOrDefault("header", List.of()));
        String type = field("type", hasBody ? FORM : "none");
        if (!type.equals("none")) {
            headers.add("Content-Type: " + type);
        }
        return List.copyOf(headers);
    }

    private List<NameAndValue> pairs(String key) {
        return fields.getOrDefault(key, List.of()).stream()
                .map(pair -> pair.split("=", 2))
                .map(pair -> new NameAndValue(Escapes.text(pair[0]), Escapes.text(pair[1])))
                .toList();
    }

    private String field(String key, String byDefault) {
        return fields.getOrDefault(key, List.of(byDefault)).get(0);
    }
}
