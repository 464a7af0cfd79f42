package dev.parlance.prompt;

/** A prompt in one language, and where it is defined. */
record Prompt(String key, String text, Template template, String file, int line) {
    PromptProblem problem(String what) {
        return new PromptProblem(file, line, "\"" + key + "\" " + what);
    }
}
