package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agent hears before a call is connected: where the caller comes from, and the last answers. */
final class AgentWhisper {
    private static final int MOST_ANSWERS = 5;

    private final Survey survey;
    private final SessionState session;
    private final TurnContext context;
    private final Words words;

    private AgentWhisper(Survey survey, SessionState session, TurnInputs inputs) {
        this.survey = survey;
        this.session = session;
        this.context = TurnContext.of(survey, session, inputs);
        this.words = context.words(session);
    }

    static Reply to(Agent agent, Survey survey, SessionState session, TurnInputs inputs) {
        Optional<String> language = agent.whisper().flatMap(Agent.Whisper::language);
        SessionState inLanguage = language.flatMap(survey.prompts()::find)
                .map(Language::tag)
                .map(session::withLanguage)
                .orElse(session);
        return new AgentWhisper(survey, inLanguage, inputs).to(agent);
    }

    private Reply to(Agent agent) {
        boolean hasOwn = words.language().contains(agent.whisperPrompt());
        List<Utterance> sentences = new ArrayList<>(hasOwn ? List.of(prompt(agent.whisperPrompt())) : summary());
        if (agent.whisper().filter(Agent.Whisper::accept).isPresent()) {
            sentences.add(sentence(words.text("whisper.accept")));
        }
        return new Reply(sentences, Optional.empty(), new Next.End());
    }

    private List<Utterance> summary() {
        List<Utterance> sentences = new ArrayList<>();
        sentences.add(sentence(words.text("whisper.caller", Map.of("survey", survey.name()))));
        List<Utterance> answers = session.answers().values().stream()
                .flatMap(answer -> said(answer).stream())
                .toList();
        sentences.addAll(answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size()));
        return sentences;
    }

    /** The question and its answer. Empty for files, and for questions that are not asked. */
    private Optional<Utterance> said(Answer answer) {
        return context.path(session)
                .at(answer.question())
                .filter(at -> answer.isGiven() && at.question().isAsked())
                .filter(at -> !answer.value().text().contains("://"))
                .map(at -> sentence(text(at) + " " + shown(at.question(), answer)));
    }

    private String text(Position at) {
        Step step = Step.from(session, context.now());
        return new ReplyBuilder(context).wording(step, at);
    }

    private String shown(Question question, Answer answer) {
        return PromptValues.shortLine(question.display(answer.value(), words));
    }

    private Utterance prompt(String key) {
        return new ReplyBuilder(context).utterance(Step.from(session, context.now()), key);
    }

    private Utterance sentence(String text) {
        return new Utterance(text, session.language(), Joint.SPACE, 0);
    }
}
