package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.machine.Reply;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.twiml.VoiceTwiml;
import java.util.Optional;

/**
 * Answers the webhooks of calls to agents, who hear a summary before they are connected. Their URL has a hash of the respondent's
 * number, because URLs are logged; a document says whose it is.
 */
final class AgentCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DocumentStore store;
    private final Engine engine;

    AgentCalls(DocumentStore store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    /** Stores who is handed over, if the agent hears a summary. */
    static void prepare(DocumentStore store, SessionState session, Reply reply) {
        if (reply.next() instanceof Next.HandOver handOver
                && handOver.agent().whisper().isPresent()) {
            Key key = key(session.survey(), PersonHash.shortOf(session.respondent()));
            if (store.load(key).isEmpty()) {
                String json = JSON.createObjectNode()
                        .put("respondent", session.respondent().value())
                        .toString();
                // A concurrent save writes the same document, so a conflict does not matter.
                store.save(Document.create(key, PersonHash.of(session.respondent()), Optional.empty(), json));
            }
        }
    }

    private static Key key(String survey, String person) {
        return new Key("handed-over:" + survey, person);
    }

    /** The document for an agent who has picked up, or pressed a key. One who need not hear anything is connected. */
    VoiceTwiml answer(Incoming.AgentAnswered call, String url) {
        if (call.keys().isPresent()) {
            boolean isAccepted = call.keys().get().equals(WhisperDocument.ACCEPT);
            return isAccepted ? VoiceTwiml.create() : VoiceTwiml.create().hangup();
        }
        return respondent(call.respondent())
                .flatMap(engine.sessions::find)
                .flatMap(loaded -> whisper(loaded.session(), call.agent(), url))
                .orElseGet(VoiceTwiml::create);
    }

    private Optional<VoiceTwiml> whisper(SessionState session, String name, String url) {
        Survey survey = engine.revisions.of(session.revision());
        return Optional.ofNullable(survey.agents().get(name))
                .filter(agent -> agent.whisper().isPresent())
                .map(agent -> whisper(survey, session, agent, url));
    }

    private VoiceTwiml whisper(Survey survey, SessionState session, Agent agent, String url) {
        TurnInputs inputs = TurnInputs.at(engine.clock.instant(), Medium.VOICE);
        Reply reply = SurveyMachine.whisper(survey, session, agent, inputs);
        Rendering turn = engine.rendering(survey, Turn.Done.saying(session, reply));
        return new WhisperDocument(turn.atUrl(url), agent).twiml();
    }

    private Optional<Address> respondent(String hash) {
        return store.load(key(engine.revisions.current().name(), hash)).map(document -> {
            try {
                return Address.of(
                        JSON.readTree(document.json()).path("respondent").asText());
            } catch (JsonProcessingException e) {
                throw new SurveyException("A stored respondent is damaged: the document is not JSON", e);
            }
        });
    }
}
