package dev.parlance.prompt;

/** One prompt of one language, and where it was written. */
record Prompt(String key, String text, Template template, String file, int line) {
    PromptProblem problem(String what) {
        return new PromptProblem(file, line, "\"" + key + "\" " + what);
    }
}
