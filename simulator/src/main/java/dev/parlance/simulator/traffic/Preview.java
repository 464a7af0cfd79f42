package dev.parlance.simulator.traffic;

/** What a request is about, in a few words: the text, the keys that were pressed, what was said. */
final class Preview {
    private static final int MAX_LENGTH = 140;

    private Preview() {}

    static String of(Exchange exchange) {
        String event = CallbackEvent.of(exchange);
        if (!event.isEmpty()) {
            return cut(exchange.first("ErrorMessage", "ErrorCode"));
        }
        String keys = exchange.first("Digits");
        if (!keys.isEmpty()) {
            return "pressed " + cut(keys);
        }
        String speech = exchange.first("SpeechResult");
        if (!speech.isEmpty()) {
            return "said “" + cut(speech) + "”";
        }
        String body = exchange.first("Body", "ButtonText");
        if (!body.isEmpty()) {
            return cut(body);
        }
        String content = exchange.first("ContentSid");
        if (!content.isEmpty()) {
            return "content " + cut(content);
        }
        String files = exchange.first("NumMedia");
        return files.isEmpty() || files.equals("0")
                ? cut(exchange.first("CallStatus", "Status", "FriendlyName", "Url"))
                : files.equals("1") ? "1 file" : files + " files";
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        boolean splitsPair = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1));
        return line.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH) + "…";
    }
}
