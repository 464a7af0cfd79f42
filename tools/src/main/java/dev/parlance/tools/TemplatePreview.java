package dev.parlance.tools;

import dev.parlance.outbound.Content;
import java.util.List;
import java.util.stream.Collectors;

/** Messages with buttons and lists as a phone shows them, and what stands for their placeholders. */
final class TemplatePreview {
    private TemplatePreview() {}

    static String of(List<Content> contents) {
        return contents.stream().map(TemplatePreview::of).collect(Collectors.joining());
    }

    private static String of(Content content) {
        StringBuilder preview = new StringBuilder(content.name() + " (" + content.language() + ")\n");
        content.body()
                .lines()
                .forEach(line -> preview.append("  | ").append(line).append('\n'));
        content.buttons()
                .forEach(button -> preview.append("  [ ").append(button.title()).append(" ]\n"));
        if (!content.items().isEmpty()) {
            preview.append("  [ ").append(content.listButton()).append(" v ]\n");
            content.items()
                    .forEach(item ->
                            preview.append("    - ").append(item.title()).append('\n'));
        }
        content.samples()
                .forEach((name, value) -> preview.append("  {{")
                        .append(name)
                        .append("}} is such as \"")
                        .append(value)
                        .append("\"\n"));
        return preview.append('\n').toString();
    }
}
