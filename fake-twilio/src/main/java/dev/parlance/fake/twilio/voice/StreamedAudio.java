package dev.parlance.fake.twilio.voice;

import java.io.ByteArrayOutputStream;

/** The audio of the application that a person has heard. Thread-safe. */
final class StreamedAudio {
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(byte[] audio) {
        bytes.writeBytes(audio);
    }

    /** Removes the end, which was not played. */
    synchronized void cut(long length) {
        byte[] all = bytes.toByteArray();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(all, 0, (int) Math.max(0, all.length - length));
        bytes = rest;
    }

    synchronized byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
