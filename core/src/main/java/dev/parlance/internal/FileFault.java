package dev.parlance.internal;

/** What is wrong in a file, and in which line. */
public record FileFault(int line, String what) {}
