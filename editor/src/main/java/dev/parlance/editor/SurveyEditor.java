package dev.parlance.editor;

import dev.parlance.pages.LocalPageOnly;
import dev.parlance.pages.PageFiles;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/**
 * A page on this machine that edits a survey's files: its definition and its prompts in all languages.
 *
 * <pre>{@code
 * try (SurveyEditor editor = SurveyEditor.open(Path.of("survey"), 0)) {
 *     System.out.println("Open " + editor.url());
 *     Thread.currentThread().join();
 * }
 * }</pre>
 *
 * <p>It answers only requests from this machine that know the random part of its URL. It is safe to close it twice.
 */
public final class SurveyEditor implements AutoCloseable {
    private static final double SEGMENT_PRICE = 0.0083;
    private static final int MAX_BODY = 8 << 20;
    private static final int TOKEN_BYTES = 16;
    private static final String[] PAGE = {
        "editor.html",
        "editor.css",
        "texts.css",
        "flow.css",
        "editor.js",
        "state.js",
        "outline.js",
        "part.js",
        "texts.js",
        "languages.js",
        "options.js",
        "settings.js",
        "fields.js",
        "schema.js",
        "raw.js",
        "add.js",
        "add-language.js",
        "structure.js",
        "conditions.js",
        "condition-rows.js",
        "condition-form.js",
        "jumps-form.js",
        "flow-graph.js",
        "flow-layout.js",
        "flow-picture.js",
        "flow.js",
        "findings.js",
        "phone.js",
        "save.js",
        "disk.js"
    };

    private final WebhookServer server;
    private final String token;

    private SurveyEditor(WebhookServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Opens the page.
     *
     * @param folder a folder with {@code survey.json} and {@code prompts}, or {@code survey-config.json} and {@code voice-prompts}
     * @param port the port; 0 picks a free one
     * @param segmentPrice the price of a text segment, in dollars
     * @throws SurveyException if there is no survey in the folder, or it can't be read
     */
    public static SurveyEditor open(Path folder, int port, double segmentPrice) {
        return open(folder, port, segmentPrice, Clock.systemUTC());
    }

    /** Opens the page, with Twilio's price of a text segment in the United States in 2026, without carrier fees. */
    public static SurveyEditor open(Path folder, int port) {
        return open(folder, port, SEGMENT_PRICE);
    }

    static SurveyEditor open(Path folder, int port, double segmentPrice, Clock clock) {
        SurveyFiles files = files(folder);
        String token = token();
        String root = "/" + token + "/";
        Router router = Router.create();
        PageFiles.of(SurveyEditor.class::getResourceAsStream, PAGE).addTo(router, root);
        PageFiles.design().addTo(router, root + "design/");
        new EditorRoutes(files, new OpenPages(files, clock), segmentPrice).addTo(router, root + "api/");
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new SurveyEditor(WebhookServer.start(here, MAX_BODY, new LocalPageOnly("editor", router)), token);
    }

    private static SurveyFiles files(Path folder) {
        try {
            SurveyFiles files = SurveyFiles.at(folder);
            var unused = files.read();
            return files;
        } catch (EditException e) {
            throw new SurveyException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where the page is. */
    public URI url() {
        return URI.create("http://localhost:" + server.port() + "/" + token + "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
