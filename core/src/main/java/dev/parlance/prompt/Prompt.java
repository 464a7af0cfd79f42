package dev.parlance.prompt;

import dev.parlance.Problem;

/** A prompt in one language, and where it is defined. */
record Prompt(String key, String text, Template template, String file, int line) {
    Problem problem(String what) {
        return Problem.at(file, line, "\"" + key + "\" " + what);
    }
}
