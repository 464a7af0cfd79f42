package dev.parlance.internal;

/** A problem in a file, and its line. */
public record FileProblem(int line, String message) {}
