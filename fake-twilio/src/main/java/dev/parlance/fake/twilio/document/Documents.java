package dev.parlance.fake.twilio.document;

import dev.parlance.fake.twilio.world.Answer;
import dev.parlance.fake.twilio.world.Cookies;
import dev.parlance.fake.twilio.world.Forms;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.Optional;

/** Requests TwiML from the application, and from its fallback URL if the first response is unusable. */
public final class Documents {
    private final World world;
    private final Schema schema;
    private final Form form;

    /** Parses a response. */
    private interface Form {
        Document read(Answer answer) throws InvalidTwiml;
    }

    private Documents(World world, Schema schema, Form form) {
        this.world = world;
        this.schema = schema;
        this.form = form;
    }

    /** Documents for calls. */
    public static Documents forCalls(World world) {
        return new Documents(world, Schema.voice(), Document::forCall);
    }

    /** Documents that reply to texts. */
    public static Documents forTexts(World world) {
        return new Documents(world, Schema.messaging(), Document::forText);
    }

    /**
     * Requests a document. Records errors as Twilio's debugger would.
     *
     * @return empty if neither the URL nor its fallback returned a usable document
     */
    public Optional<Document> ask(String token, Hook hook, Parameters parameters, Cookies cookies) {
        Answer answer = world.webhooks().ask(token, hook.url(), hook.method(), parameters, cookies);
        int error;
        if (answer.isGood()) {
            try {
                return Optional.of(read(answer));
            } catch (InvalidTwiml e) {
                error = e.code();
                world.alert(error, hook.url() + ": " + e.message());
            }
        } else if (answer.hasInvalidUrl()) {
            error = 11100;
            world.alert(error, "Invalid URL format: \"" + answer.url() + '"');
        } else {
            error = 11200;
            world.alert(error, hook.url() + ": HTTP retrieval failure, " + answer.describe());
        }
        if (hook.fallbackUrl().isEmpty()) {
            return Optional.empty();
        }
        String[] form = Forms.with(parameters, "ErrorCode", Integer.toString(error), "ErrorUrl", hook.url());
        Hook fallback = Hook.of(hook.fallbackUrl(), hook.fallbackMethod());
        return ask(token, fallback, Parameters.of(form), cookies);
    }

    /** Parses a document from the API, for example the {@code Twiml} of a new call. */
    public Optional<Document> given(String twiml, String url) {
        try {
            return Optional.of(read(new Answer(url, 200, "text/xml", twiml, null)));
        } catch (InvalidTwiml e) {
            world.alert(e.code(), e.message());
            return Optional.empty();
        }
    }

    private Document read(Answer answer) throws InvalidTwiml {
        Document document = form.read(answer);
        for (String warning : schema.warnings(document.response())) {
            world.alert(12200, answer.url() + ": " + warning);
        }
        return document;
    }
}
