package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Jump;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that what goes to an agent goes to a known one, and that an agent who hears a summary has a language with a voice. */
final class AgentCheck {
    private final Set<String> agents;
    private final ProblemList problems;

    AgentCheck(Set<String> agents, ProblemList problems) {
        this.agents = agents;
        this.problems = problems;
    }

    /** Checks that an agent who hears a summary has a language with a voice. */
    void whispers(Map<String, Agent> all, Prompts prompts) {
        all.forEach((name, agent) ->
                agent.whisper().ifPresent(whisper -> whisper("agents." + name + ".whisper", whisper, prompts)));
    }

    private void whisper(String path, Agent.Whisper whisper, Prompts prompts) {
        Optional<String> tag = whisper.language();
        if (tag.isPresent() && prompts.find(tag.get()).isEmpty()) {
            problems.add(path + ".language", "is \"" + tag.get() + "\", but the survey has no prompts in it");
            return;
        }
        prompts.languages().stream()
                .filter(language ->
                        tag.flatMap(prompts::find).map(language::equals).orElse(true))
                .filter(Language::isRecorded)
                .forEach(language -> problems.add(
                        path,
                        "needs a \"language\" with a voice, because a summary can't be recorded and " + language.tag()
                                + " has no \"voice\""));
    }

    void jump(String path, Jump jump) {
        jump.agent().ifPresent(name -> known(path, name));
    }

    void attempts(String path, Attempts attempts) {
        attempts.handOver().flatMap(Jump::agentIn).ifPresent(name -> known(path + ".handOver", name));
    }

    void attempts(String path, Optional<Attempts> attempts) {
        attempts.ifPresent(own -> attempts(path, own));
    }

    private void known(String path, String name) {
        if (!agents.contains(name)) {
            problems.add(path, "goes to the agent \"" + name + "\", who is not in \"agents\"");
        }
    }
}
