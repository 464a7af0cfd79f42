package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Reply;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.session.Session;
import dev.parlance.twiml.VoiceTwiml;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A turn to render: for a {@link Channel}, or for an application that calls the machine directly. Immutable.
 *
 * <pre>{@code
 * Turn.Done turn = SurveyMachine.advance(survey, session, Input.text("five"), TurnInputs.at(clock.instant())).done();
 * List<String> texts = Rendering.of(survey, turn).messages();
 * VoiceTwiml call = Rendering.of(survey, turn).at("/voice").twiml();
 * }</pre>
 */
public final class Rendering {
    private final Survey survey;
    private final Session session;
    private final Reply reply;
    private final String path;
    private final UnaryOperator<List<String>> links;

    private Rendering(Survey survey, Session session, Reply reply, String path, UnaryOperator<List<String>> links) {
        this.survey = survey;
        this.session = session;
        this.reply = reply;
        this.path = path;
        this.links = links;
    }

    /** A turn's rendering for an outgoing message. */
    public static Rendering of(Survey survey, Turn.Done turn) {
        return new Rendering(survey, turn.session(), turn.reply(), "", UnaryOperator.identity());
    }

    /** A copy for the answer to a webhook at this URL. A call sends its next answer to the same path. */
    public Rendering at(String webhook) {
        int scheme = webhook.indexOf("://");
        int start = scheme < 0 ? 0 : webhook.indexOf('/', scheme + 3);
        int query = webhook.indexOf('?');
        String webhookPath = start < 0 ? "/" : webhook.substring(start, query < 0 ? webhook.length() : query);
        return new Rendering(survey, session, reply, webhookPath, links);
    }

    /** A copy for a webhook whose next request goes to the same URL, with its query. */
    Rendering atUrl(String webhook) {
        int query = webhook.indexOf('?');
        String path = at(webhook).path;
        return new Rendering(survey, session, reply, query < 0 ? path : path + webhook.substring(query), links);
    }

    /** A copy for a webhook whose next request must have this parameter. */
    Rendering withParameter(String parameter) {
        return new Rendering(survey, session, reply, pathWith(parameter), links);
    }

    /**
     * A copy in which recordings and pictures that are files of the survey have URLs. In renderings that a channel gets, they have
     * some already.
     *
     * @param mediaUrl the URL at which {@link Surveys#mediaHandler} serves the files
     */
    public Rendering withMediaAt(URI mediaUrl) {
        return with(MediaLinks.of(survey, Optional.of(mediaUrl)));
    }

    Rendering with(MediaLinks newLinks) {
        return new Rendering(survey, session, newLinks.in(reply), path, newLinks);
    }

    /** The survey, in the respondent's revision. */
    public Survey survey() {
        return survey;
    }

    /** The session after the turn. */
    public Session session() {
        return session;
    }

    /** What to say and ask. */
    public Reply reply() {
        return reply;
    }

    /** The path of the webhook being answered, perhaps with a query; empty for an outgoing message. */
    public String path() {
        return path;
    }

    /** The URLs of some recordings. */
    List<String> links(List<String> recordings) {
        return links.apply(recordings);
    }

    /** The path with one more parameter. */
    String pathWith(String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    /** The text messages: usually one; several if it exceeds Twilio's limit; none if there is nothing to say. */
    public List<String> messages() {
        return TextMessages.of(written().all());
    }

    /** The URLs of the pictures to show with the messages. Empty on a channel that can't show them. */
    public List<String> pictures() {
        return written().all().stream()
                .flatMap(sentence -> sentence.media().pictures().stream())
                .toList();
    }

    /** The TwiML for a call. */
    public VoiceTwiml twiml() {
        return new VoiceDocument(this).twiml();
    }

    /** The sentences in writing, with the options spelled out: "1. Tea". */
    public Phrases written() {
        return Phrasing.of(this, Phrasing.WRITTEN);
    }

    /** The sentences in writing, for a channel that shows the options as buttons or as a list. */
    public Phrases writtenWithMenu() {
        return Phrasing.of(this, Phrasing.WITH_MENU);
    }

    /** The sentences in speech, with the options spelled out: "For Tea, press 1." */
    public Phrases spoken() {
        return Phrasing.of(this, Phrasing.SPOKEN);
    }

    /**
     * The sentences of a turn.
     *
     * @param said the sentences before the question, which a caller can't interrupt
     * @param asked the question, which a caller can interrupt
     */
    public record Phrases(List<Utterance> said, List<Utterance> asked) {
        /** Copies the lists. */
        public Phrases {
            said = List.copyOf(said);
            asked = List.copyOf(asked);
        }

        /** All sentences, in order. */
        public List<Utterance> all() {
            return Stream.concat(said.stream(), asked.stream()).toList();
        }
    }
}
