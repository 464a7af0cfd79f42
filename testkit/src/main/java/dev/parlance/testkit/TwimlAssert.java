package dev.parlance.testkit;

import dev.parlance.fake.twilio.document.InvalidTwiml;
import dev.parlance.fake.twilio.document.Schema;
import dev.parlance.fake.twilio.document.TwimlReader;
import dev.parlance.fake.twilio.document.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about TwiML as Twilio reads it. Each failure shows the document. */
public final class TwimlAssert extends AbstractAssert<TwimlAssert, String> {
    private final Verb verb;

    private TwimlAssert(String document, Verb verb) {
        super(document, TwimlAssert.class);
        this.verb = verb;
    }

    static TwimlAssert of(String document) {
        try {
            return new TwimlAssert(document, TwimlReader.read(document));
        } catch (InvalidTwiml e) {
            throw new AssertionError("This is not valid TwiML: " + e.code() + " " + e.message() + "\n" + document, e);
        }
    }

    /** Verifies that the first verb is a Gather, and returns assertions about it. */
    public TwimlAssert isGather() {
        return is("Gather");
    }

    /** Verifies the name of the first verb, and returns assertions about it. */
    public TwimlAssert is(String name) {
        List<Verb> verbs = verb.children();
        if (verbs.isEmpty() || !verbs.get(0).name().equals(name)) {
            failWithMessage("The first verb in %s is not %s:%n%s", verb, name, actual);
        }
        return new TwimlAssert(actual, verbs.get(0));
    }

    /** Verifies that there is such a verb at any depth, and returns assertions about the first one. */
    public TwimlAssert has(String name) {
        Optional<Verb> found =
                all(verb).stream().filter(child -> child.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            failWithMessage("There is no %s in %s:%n%s", name, verb, actual);
        }
        return new TwimlAssert(actual, found.orElseThrow());
    }

    /** Verifies that there is no such verb at any depth. */
    public TwimlAssert hasNo(String name) {
        if (all(verb).stream().anyMatch(child -> child.name().equals(name))) {
            failWithMessage("There is a %s in %s:%n%s", name, verb, actual);
        }
        return this;
    }

    /** Verifies the {@code language} attribute. */
    public TwimlAssert withLanguage(String language) {
        return with("language", language);
    }

    /** Verifies the value of an attribute. */
    public TwimlAssert with(String attribute, String value) {
        Optional<String> found = verb.attribute(attribute);
        if (!found.equals(Optional.of(value))) {
            failWithMessage("%s is %s, not %s in %s:%n%s", attribute, found.orElse("missing"), value, verb, actual);
        }
        return this;
    }

    /** Verifies that the spoken text contains this. */
    public TwimlAssert saying(String part) {
        if (!verb.spoken().contains(part)) {
            failWithMessage("\"%s\" is not spoken in %s:%n%s", part, verb, actual);
        }
        return this;
    }

    /** Verifies that Twilio has no warnings about this document in a call. */
    public TwimlAssert isCleanVoice() {
        return isClean(Schema.voice());
    }

    /** Verifies that Twilio has no warnings about this document as the reply to a text. */
    public TwimlAssert isCleanMessaging() {
        return isClean(Schema.messaging());
    }

    private TwimlAssert isClean(Schema schema) {
        List<String> warnings = schema.warnings(verb);
        if (!warnings.isEmpty()) {
            failWithMessage("Twilio warns:%n%s%n%s", String.join("\n", warnings), actual);
        }
        return this;
    }

    private static List<Verb> all(Verb verb) {
        List<Verb> all = new ArrayList<>();
        for (Verb child : verb.children()) {
            all.add(child);
            all.addAll(all(child));
        }
        return all;
    }
}
