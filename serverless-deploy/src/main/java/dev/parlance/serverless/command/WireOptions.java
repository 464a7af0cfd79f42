package dev.parlance.serverless.command;

import dev.parlance.account.Hook;
import dev.parlance.serverless.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is to be pointed where. */
final class WireOptions {
    @Option(
            names = "--wire",
            paramLabel = "TARGET:PLACE",
            description =
                    "Have texts to a number (+1…), a messaging service (MG…) or a TwiML application (AP…) ask this"
                            + " path, or this URL. May be there several times.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--wire-calls",
            paramLabel = "TARGET:PLACE",
            description = "The same for calls, to a number or by an application.")
    private List<String> calls = new ArrayList<>();

    List<Wire> wires() {
        return Stream.concat(
                        texts.stream().map(text -> Wire.parse(text, Hook.TEXTS)),
                        calls.stream().map(text -> Wire.parse(text, Hook.CALLS)))
                .toList();
    }
}
