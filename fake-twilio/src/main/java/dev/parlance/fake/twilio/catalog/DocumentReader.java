package dev.parlance.fake.twilio.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a document of the catalogue: operations with their parameters, then schemas with their fields.
 *
 * <pre>{@code
 * POST conversations /v1/Conversations 201 @conversation
 *   form UniqueName string
 * schema conversation
 *   sid string sid=CH nullable
 * }</pre>
 */
final class DocumentReader {
    private final List<Operation> operations = new ArrayList<>();
    private final Document document;

    private DocumentReader(String name) {
        document = new Document(name, operations);
    }

    static Document read(String name, List<String> lines) {
        DocumentReader reader = new DocumentReader(name);
        int start = 0;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && lines.get(end).startsWith(" ")) {
                end++;
            }
            reader.read(words(lines.get(start)), lines.subList(start + 1, end));
            start = end;
        }
        return reader.document;
    }

    private void read(List<String> head, List<String> lines) {
        if (head.get(0).equals("schema")) {
            Map<String, Type> fields = new LinkedHashMap<>();
            lines.stream()
                    .map(DocumentReader::words)
                    .forEach(words -> fields.put(words.get(0), Type.of(rest(words, 1))));
            document.add(new Schema(head.get(1), fields));
            return;
        }
        List<Parameter> parameters = lines.stream()
                .map(DocumentReader::words)
                .map(words -> new Parameter(words.get(0), words.get(1), Type.of(rest(words, 2))))
                .toList();
        operations.add(new Operation(
                document,
                Route.of(head.get(0), head.get(1), head.get(2)),
                Arrays.stream(head.get(3).split(",", -1)).map(Integer::valueOf).toList(),
                head.get(4).equals("-") ? Optional.empty() : Optional.of(Type.of(rest(head, 4))),
                head.contains("open"),
                parameters));
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split(" ", -1));
    }

    private static List<String> rest(List<String> words, int start) {
        return words.subList(start, words.size());
    }
}
