package dev.parlance.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and writes Slack's text format: {@code &}, {@code <} and {@code >} escaped, references in angle brackets. */
final class SlackText {
    private static final Pattern REFERENCE = Pattern.compile("<([^<>]+)>");
    private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]+");
    private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]+");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]+");
    private static final Pattern EVERYONE = Pattern.compile("here|channel|everyone");
    private static final Pattern URL = Pattern.compile("(?i)(https?|mailto|tel):[^\\s]+");
    private static final String SUBTEAM = "subteam^";

    private SlackText() {}

    static List<MessagePart> parse(String text) {
        List<MessagePart> parts = new ArrayList<>();
        Matcher references = REFERENCE.matcher(text);
        int end = 0;
        while (references.find()) {
            addWords(parts, text.substring(end, references.start()));
            parts.add(reference(references.group(1)));
            end = references.end();
        }
        addWords(parts, text.substring(end));
        return List.copyOf(parts);
    }

    private static void addWords(List<MessagePart> parts, String escaped) {
        if (!escaped.isEmpty()) {
            parts.add(new MessagePart.Text(unescaped(escaped)));
        }
    }

    private static MessagePart reference(String inner) {
        int bar = inner.indexOf('|');
        String what = bar < 0 ? inner : inner.substring(0, bar);
        if (what.isEmpty()) {
            return new MessagePart.Text(unescaped("<" + inner + ">"));
        }
        String label = bar < 0 ? "" : unescaped(inner.substring(bar + 1));
        String id = what.substring(1);
        return switch (what.charAt(0)) {
            case '@' -> new MessagePart.Person(id, label);
            case '#' -> new MessagePart.Channel(id, label);
            case '!' -> group(id, label);
            default -> new MessagePart.Link(unescaped(what), label);
        };
    }

    private static MessagePart group(String what, String label) {
        String name = label.startsWith("@") ? label.substring(1) : label;
        if (what.startsWith(SUBTEAM)) {
            return new MessagePart.Group(what.substring(SUBTEAM.length()), name);
        }
        return EVERYONE.matcher(what).matches() ? new MessagePart.Group(what, name) : new MessagePart.Text(label);
    }

    static String write(List<MessagePart> parts) {
        return parts.stream().map(SlackText::write).collect(Collectors.joining());
    }

    private static String write(MessagePart part) {
        if (part instanceof MessagePart.Person person
                && PERSON.matcher(person.id()).matches()) {
            return "<@" + person.id() + ">";
        }
        if (part instanceof MessagePart.Channel channel
                && CHANNEL.matcher(channel.id()).matches()) {
            return "<#" + channel.id() + ">";
        }
        if (part instanceof MessagePart.Group group
                && EVERYONE.matcher(group.id()).matches()) {
            return "<!" + group.id() + ">";
        }
        if (part instanceof MessagePart.Group group && GROUP.matcher(group.id()).matches()) {
            return "<!" + SUBTEAM + group.id() + ">";
        }
        if (part instanceof MessagePart.Link link && URL.matcher(link.url()).matches()) {
            String url = escaped(link.url().replace("|", "%7C"));
            return link.label().isEmpty() ? "<" + url + ">" : "<" + url + "|" + escaped(link.label()) + ">";
        }
        return escaped(part.plain());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
