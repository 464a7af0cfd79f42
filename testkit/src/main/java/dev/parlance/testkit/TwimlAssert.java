package dev.parlance.testkit;

import dev.parlance.testkit.document.BadTwiml;
import dev.parlance.testkit.document.Schema;
import dev.parlance.testkit.document.TwimlReader;
import dev.parlance.testkit.document.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about TwiML, as Twilio reads it; each failure shows the document. */
public final class TwimlAssert extends AbstractAssert<TwimlAssert, String> {
    private final Verb verb;

    private TwimlAssert(String document, Verb verb) {
        super(document, TwimlAssert.class);
        this.verb = verb;
    }

    static TwimlAssert of(String document) {
        try {
            return new TwimlAssert(document, TwimlReader.read(document));
        } catch (BadTwiml e) {
            throw new AssertionError("This is no TwiML: " + e.code() + " " + e.sentence() + "\n" + document, e);
        }
    }

    /** The first verb is a Gather, which is looked at further. */
    public TwimlAssert isGather() {
        return is("Gather");
    }

    /** The first verb is this one, which is looked at further. */
    public TwimlAssert is(String name) {
        List<Verb> verbs = verb.children();
        if (verbs.isEmpty() || !verbs.get(0).name().equals(name)) {
            failWithMessage("The first verb in %s is no %s:%n%s", verb, name, actual);
        }
        return new TwimlAssert(actual, verbs.get(0));
    }

    /** Somewhere in it is this verb; the first one is looked at further. */
    public TwimlAssert has(String name) {
        Optional<Verb> found =
                all(verb).stream().filter(some -> some.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            failWithMessage("There is no %s in %s:%n%s", name, verb, actual);
        }
        return new TwimlAssert(actual, found.orElseThrow());
    }

    /** There is no such verb in it. */
    public TwimlAssert hasNo(String name) {
        if (all(verb).stream().anyMatch(some -> some.name().equals(name))) {
            failWithMessage("There is a %s in %s:%n%s", name, verb, actual);
        }
        return this;
    }

    /** Its language is this one. */
    public TwimlAssert withLanguage(String language) {
        return with("language", language);
    }

    /** Its attribute has this value. */
    public TwimlAssert with(String attribute, String value) {
        Optional<String> found = verb.attribute(attribute);
        if (!found.equals(Optional.of(value))) {
            failWithMessage("%s is %s and not %s in %s:%n%s", attribute, found.orElse("missing"), value, verb, actual);
        }
        return this;
    }

    /** Somewhere in it this is said. */
    public TwimlAssert saying(String part) {
        if (!verb.spoken().contains(part)) {
            failWithMessage("\"%s\" is not said in %s:%n%s", part, verb, actual);
        }
        return this;
    }

    /** Twilio would warn of nothing in it, were it played in a call. */
    public TwimlAssert isCleanVoice() {
        return isClean(Schema.voice());
    }

    /** Twilio would warn of nothing in it, were it the answer to a text. */
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
