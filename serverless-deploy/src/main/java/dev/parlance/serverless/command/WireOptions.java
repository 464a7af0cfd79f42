package dev.parlance.serverless.command;

import dev.parlance.account.Hook;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.Wired;
import dev.parlance.serverless.Environment;
import dev.parlance.serverless.Wire;
import dev.parlance.serverless.Wires;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    List<Wire> wires(Optional<Environment> deployed) {
        List<Wire> wires = new ArrayList<>();
        texts.forEach(text -> wires.add(Wire.parse(text, Hook.TEXTS, deployed)));
        calls.forEach(text -> wires.add(Wire.parse(text, Hook.CALLS, deployed)));
        return wires;
    }

    boolean isEmpty() {
        return texts.isEmpty() && calls.isEmpty();
    }

    /** Whether one of them is at a path, which has to be looked up. */
    boolean needsDeployment() {
        return Stream.concat(texts.stream(), calls.stream()).anyMatch(text -> text.matches("[^:]*:/.*"));
    }

    /** Points them, and tells what changes. */
    static void point(List<Wire> wires, TwilioAccount account, Path folder, PrintWriter out) {
        List<Wired> before = Wires.of(account, folder.resolve(Wires.FILE)).point(wires);
        for (Wire wire : wires) {
            String asked = before.stream()
                    .filter(wired -> wired.target().equals(wire.target()) && wired.hook() == wire.hook())
                    .map(wired -> wired.asked() + " -> ")
                    .findFirst()
                    .orElse("as before, ");
            out.println("Wired " + wire.hook() + " of " + wire.target() + ": " + asked + wire.url());
        }
    }
}
