package dev.parlance.fake.twilio.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The TwiML elements with their attributes and allowed children. Twilio warns about anything else (12200) and ignores it.
 */
public final class Schema {
    private static final Schema VOICE = new Schema("voice.schema");
    private static final Schema MESSAGING = new Schema("messaging.schema");
    private static final Set<String> SSML = Set.of(
            "Say", "amazon:effect", "break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w");

    private final Map<String, Rule> rules = new HashMap<>();

    private record Rule(Map<String, Set<String>> attributes, Set<String> children) {}

    private Schema(String file) {
        try (InputStream in = Schema.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verbs for calls. */
    public static Schema voice() {
        return VOICE;
    }

    /** The verbs for texts. */
    public static Schema messaging() {
        return MESSAGING;
    }

    private void read(String line) {
        String[] halves = line.split(">", 2);
        String[] words = halves[0].strip().split("\\s+", -1);
        Map<String, Set<String>> attributes = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] nameAndValues = words[i].split("=", 2);
            attributes.put(
                    nameAndValues[0],
                    nameAndValues.length == 1
                            ? Set.of()
                            : Set.of(nameAndValues[1].replace('+', ' ').split("\\|", -1)));
        }
        Set<String> children = new HashSet<>();
        if (halves.length == 2) {
            children.addAll(List.of(halves[1].strip().split("\\s+", -1)));
        }
        rules.put(words[0], new Rule(attributes, children));
    }

    /** Whether this element exists in TwiML. */
    public boolean knows(Verb verb) {
        return rules.containsKey(verb.name());
    }

    /** Twilio's warnings about a document, in document order. */
    public List<String> warnings(Verb response) {
        List<String> warnings = new ArrayList<>();
        check(response, warnings);
        return warnings;
    }

    private void check(Verb verb, List<String> warnings) {
        Rule rule = rules.get(verb.name());
        if (rule == null) {
            return;
        }
        verb.attributes().forEach((name, value) -> {
            Set<String> values = rule.attributes().get(name);
            if (values == null && !name.startsWith("xml")) {
                warnings.add("Attribute '" + name + "' is not allowed to appear in element '" + verb.name() + "'.");
            } else if (values != null && !allows(values, value)) {
                warnings.add("Value '" + value + "' of attribute '" + name + "' on element '" + verb.name()
                        + "' is not valid.");
            }
        });
        for (Verb child : verb.children()) {
            boolean spoken = SSML.contains(verb.name()) && SSML.contains(child.name());
            if (!spoken && !rule.children().contains(child.name())) {
                warnings.add("Invalid content was found starting with element '" + child.name() + "' in element '"
                        + verb.name() + "'.");
            } else {
                check(child, warnings);
            }
        }
    }

    private static boolean allows(Set<String> values, String value) {
        if (values.isEmpty()) {
            return true;
        }
        return values.contains(value) || (values.contains("int") && value.matches("-?\\d+"));
    }
}
