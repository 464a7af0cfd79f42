package dev.parlance.internal;

/** A key and its value, and the line they are on. */
public record Entry(String key, String value, int line) {}
