package dev.parlance.internal;

/** A name and its text, as a file has it. */
public record Entry(String key, String value, int line) {}
