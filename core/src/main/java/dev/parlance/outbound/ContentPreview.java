package dev.parlance.outbound;

/** A content as a phone shows it, in lines of text. */
final class ContentPreview {
    private final StringBuilder text = new StringBuilder();

    private ContentPreview() {}

    static String of(Content content) {
        ContentPreview preview = new ContentPreview();
        preview.line(content.name() + " (" + content.language() + ")");
        content.body().lines().forEach(line -> preview.line(("  | " + line).stripTrailing()));
        content.buttons().forEach(button -> preview.line("  [ " + button.title() + " ]"));
        if (!content.items().isEmpty()) {
            preview.line("  [ " + content.listButton() + " v ]");
            content.items().forEach(preview::item);
        }
        content.samples().forEach((name, value) -> preview.line("  {{" + name + "}} is such as \"" + value + "\""));
        return preview.text.toString();
    }

    private void item(Content.Item item) {
        String description = item.description().isEmpty() ? "" : " (" + item.description() + ")";
        line("    - " + item.title() + description);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
