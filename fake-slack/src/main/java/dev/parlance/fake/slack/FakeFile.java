package dev.parlance.fake.slack;

/**
 * A file that a person sends with a message.
 *
 * @param name the file name
 * @param type the media type
 * @param size the size in bytes
 */
public record FakeFile(String name, String type, long size) {}
