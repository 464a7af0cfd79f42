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
 * What is where in the bucket:
 *
 * <pre>
 * survey-results/session:coffee/+5215512345678.json          a document
 * survey-due/session:coffee/01795274321977-3/+5215512345678  that it is to be looked at then, from its third version on
 * survey-owners/4f…/session:coffee/+5215512345678            that it is somebody's
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
        return shelf(key.shelf()) + encoded(key.id()) + JSON;
    }

    /** The document that a name speaks of; empty if somebody has put something else there. */
    static Optional<Key> key(String shelf, String name) {
        String rest = name.substring(shelf(shelf).length());
        return rest.endsWith(JSON) && rest.length() > JSON.length()
                ? Optional.of(new Key(shelf, decoded(rest.substring(0, rest.length() - JSON.length()))))
                : Optional.empty();
    }

    static String due(String shelf) {
        return DUE + encoded(shelf) + "/";
    }

    /** A name that comes behind all that are due by a time, and before all that are later. */
    static String dueBefore(String shelf, Instant time) {
        return due(shelf) + digits(time) + "~";
    }

    static String marker(Key key, Alarm alarm) {
        return due(key.shelf()) + digits(alarm.at()) + "-" + alarm.version() + "/" + encoded(key.id());
    }

    /** When a document is to be looked at, and from which of its versions on. */
    record Alarm(Instant at, long version) {}

    /** Of which document a marker is, and what it says. */
    record Marker(Key key, Alarm alarm) {
        /** Empty if somebody has put something else there. */
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
        return owner(owner) + encoded(key.shelf()) + "/" + encoded(key.id());
    }

    /** The document that a name below an owner speaks of. */
    static Key ownedKey(String owner, String name) {
        String rest = name.substring(owner(owner).length());
        int slash = rest.indexOf('/');
        return new Key(decoded(rest.substring(0, slash)), decoded(rest.substring(slash + 1)));
    }

    /** As many digits for each time, so that the order of names is that of times. */
    private static String digits(Instant time) {
        return String.format(Locale.ROOT, "%014d", Math.max(0, time.toEpochMilli()));
    }

    /** What could be taken for the end of a name, or has another meaning in URLs, is encoded; a number stays readable. */
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
