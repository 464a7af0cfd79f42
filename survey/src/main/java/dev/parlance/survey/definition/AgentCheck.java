package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Jump;
import java.util.Optional;
import java.util.Set;

/** Checks that what goes to an agent goes to a known one. */
final class AgentCheck {
    private final Set<String> agents;
    private final ProblemList problems;

    AgentCheck(Set<String> agents, ProblemList problems) {
        this.agents = agents;
        this.problems = problems;
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
