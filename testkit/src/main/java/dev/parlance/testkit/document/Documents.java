package dev.parlance.testkit.document;

import dev.parlance.testkit.world.Answer;
import dev.parlance.testkit.world.Cookies;
import dev.parlance.testkit.world.Forms;
import dev.parlance.testkit.world.Hook;
import dev.parlance.testkit.world.World;
import dev.parlance.webhook.Parameters;
import java.util.Optional;

/** Asks the application what to do: once, and at its fallback URL if what it answers cannot be used. */
public final class Documents {
    private final World world;
    private final Schema schema;
    private final Form form;

    /** How an answer is read. */
    private interface Form {
        Document read(Answer answer) throws BadTwiml;
    }

    private Documents(World world, Schema schema, Form form) {
        this.world = world;
        this.schema = schema;
        this.form = form;
    }

    /** For what happens in a call. */
    public static Documents forCalls(World world) {
        return new Documents(world, Schema.voice(), Document::forCall);
    }

    /** For what is answered to a text. */
    public static Documents forTexts(World world) {
        return new Documents(world, Schema.messaging(), Document::forText);
    }

    /**
     * Asks. What goes wrong is noted as Twilio's debugger would.
     *
     * @return nothing if neither the URL nor its fallback gave a document that can be used
     */
    public Optional<Document> ask(String token, Hook hook, Parameters parameters, Cookies cookies) {
        Answer answer = world.webhooks().ask(token, hook.url(), hook.method(), parameters, cookies);
        int error;
        if (answer.isGood()) {
            try {
                return Optional.of(read(answer));
            } catch (BadTwiml e) {
                error = e.code();
                world.problem(error, hook.url() + ": " + e.sentence());
            }
        } else if (answer.isForNoUrl()) {
            error = 11100;
            world.problem(error, "Invalid URL format: \"" + answer.url() + '"');
        } else {
            error = 11200;
            world.problem(error, hook.url() + ": HTTP retrieval failure, " + answer.describe());
        }
        if (hook.fallbackUrl().isEmpty()) {
            return Optional.empty();
        }
        String[] told = Forms.with(parameters, "ErrorCode", Integer.toString(error), "ErrorUrl", hook.url());
        Hook fallback = Hook.of(hook.fallbackUrl(), hook.fallbackMethod());
        return ask(token, fallback, Parameters.of(told), cookies);
    }

    /** A document that the account itself gave, such as the {@code Twiml} of a new call. */
    public Optional<Document> given(String twiml, String url) {
        try {
            return Optional.of(read(new Answer(url, 200, "text/xml", twiml, null)));
        } catch (BadTwiml e) {
            world.problem(e.code(), e.sentence());
            return Optional.empty();
        }
    }

    private Document read(Answer answer) throws BadTwiml {
        Document document = form.read(answer);
        for (String warning : schema.warnings(document.response())) {
            world.problem(12200, answer.url() + ": " + warning);
        }
        return document;
    }
}
