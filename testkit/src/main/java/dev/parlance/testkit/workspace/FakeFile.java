package dev.parlance.testkit.workspace;

/**
 * A picture or another file that a person sends along.
 *
 * @param name what it is called
 * @param type its media type
 * @param size how many bytes it has
 */
public record FakeFile(String name, String type, long size) {}
