package dev.parlance.aws.s3;

import dev.parlance.survey.store.Key;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the objects in the bucket:
 *
 * <pre>
 * survey-results/session:coffee/+5215512345678.json          a document
 * survey-due/session:coffee/01795274321977-3/+5215512345678  its wake-up time, from its third version
 * survey-owners/4f…/session:coffee/+5215512345678            its owner
 * </pre>
 */
final class Layout {
    private static final String DOCUMENTS = "survey-results/";
    private static final String DUE = "survey-due/";
    private static final String OWNERS = "survey-owners/";
    private static final String JSON = ".json";
    private static final Pattern MARKER = Pattern.compile("(\\d{14})-(\\d{1,18})/(.+)");

    private Layout() {}

    static String shelf(String shelf) {
        return DOCUMENTS + encoded(shelf) + "/";
    }

    static String document(Key key) {
        return shelf(key.collection()) + encoded(key.id()) + JSON;
    }

    /** The document with this object name; empty for unrelated objects. */
    static Optional<Key> key(String shelf, String name) {
        String rest = name.substring(shelf(shelf).length());
        return rest.endsWith(JSON) && rest.length() > JSON.length()
                ? Optional.of(new Key(shelf, decoded(rest.substring(0, rest.length() - JSON.length()))))
                : Optional.empty();
    }

    static String due(String shelf) {
        return DUE + encoded(shelf) + "/";
    }

    /** A name that sorts after all markers up to this time and before all later ones. */
    static String dueBefore(String shelf, Instant time) {
        return due(shelf) + digits(time) + "~";
    }

    static String marker(Key key, Alarm alarm) {
        return due(key.collection()) + digits(alarm.at()) + "-" + alarm.version() + "/" + encoded(key.id());
    }

    /** The wake-up time of a document, and the version that set it. */
    record Alarm(Instant at, long version) {}

    /** A marker: its document and wake-up time. */
    record Marker(Key key, Alarm alarm) {
        /** Reads a marker's name; empty for unrelated objects. */
        static Optional<Marker> of(String shelf, String name) {
            Matcher parts = MARKER.matcher(name.substring(due(shelf).length()));
            if (!parts.matches()) {
                return Optional.empty();
            }
            Instant at = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
            Key key = new Key(shelf, decoded(parts.group(3)));
            return Optional.of(new Marker(key, new Alarm(at, Long.parseLong(parts.group(2)))));
        }
    }

    static String owner(String owner) {
        return OWNERS + encoded(owner) + "/";
    }

    static String owned(String owner, Key key) {
        return owner(owner) + encoded(key.collection()) + "/" + encoded(key.id());
    }

    /** The document that an owner's object name refers to. */
    static Key ownedKey(String owner, String name) {
        String rest = name.substring(owner(owner).length());
        int slash = rest.indexOf('/');
        return new Key(decoded(rest.substring(0, slash)), decoded(rest.substring(slash + 1)));
    }

    /** Formats a time with a fixed number of digits, so that names sort by time. */
    private static String digits(Instant time) {
        return String.format(Locale.ROOT, "%014d", Math.max(0, time.toEpochMilli()));
    }

    /** Encodes separators and characters with a meaning in URLs; phone numbers stay readable. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+")
                .replace("%3A", ":");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
